/**
 * Demo data: three neighbourhoods of Seoul with members, deals, chats and wallets, so that a market
 * can be looked at before anybody has joined. It is made through the services' own HTTP, like
 * members make theirs, so every rule holds for it and every event is told.
 */
package kr.gonggu.demo;
