/**
 * Chat: one room per deal, in which the host and everyone who joined talk.
 *
 * <p>A message is stored and numbered before it is acknowledged, under the lock of its room's row,
 * so the numbers of a room have no gap and every instance tells the same order. The database is the
 * truth; what travels through Redis between instances only makes it quick, and whatever is lost
 * there is fetched by number.
 *
 * <p>Events in: {@code DealOpened}, {@code DealChanged}, {@code EnrollmentConfirmed}, {@code
 * EnrollmentCancelled}, {@code DealFull}, {@code DealStatusChanged}, {@code DealCancelled}, {@code
 * DealExpired} (deal); {@code MemberJoined}, {@code MemberChanged}, {@code MemberLeft} (member).
 * Events out: {@code MessageSent}.
 */
package kr.gonggu.chat;
