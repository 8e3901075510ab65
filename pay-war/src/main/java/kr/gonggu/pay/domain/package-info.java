/** Accounts, transfers and postings, and the rules by which money moves. */
package kr.gonggu.pay.domain;
