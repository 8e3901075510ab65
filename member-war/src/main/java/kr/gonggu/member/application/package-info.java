/** What members can do: one use case, one class. */
package kr.gonggu.member.application;
