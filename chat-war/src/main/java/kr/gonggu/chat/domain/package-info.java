/** Rooms, members and entries, the rules between them and the ports to the outside. */
package kr.gonggu.chat.domain;
