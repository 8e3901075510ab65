/** Accounts, what their owners may choose, and what sessions and tokens are worth. */
package kr.gonggu.member.domain;
