/** HTTP: accounts, sessions and keys under {@code /api/member}, and health. */
package kr.gonggu.member.api;
