/**
 * Push: what members are told, in the inbox and live.
 *
 * <p>An event of a neighbour becomes one notification per member concerned, in the transaction that
 * also remembers the event. Notifications hold facts and no prose: the reader's device makes the
 * sentence, in the reader's language.
 *
 * <p>The ids of one member's notifications grow in the order of their commits ({@link
 * kr.gonggu.push.domain.Mailbox}). So one id says everything: how far an open stream was told,
 * where it goes on after a break, and how far a member has read.
 *
 * <p>Open streams are told from the database: what travels between instances through Redis only
 * says whose inbox has changed, and what is lost there is found at the next heartbeat.
 *
 * <p>Events in: {@code EnrollmentConfirmed}, {@code EnrollmentChanged}, {@code
 * EnrollmentCancelled}, {@code DealFull}, {@code DealCancelled}, {@code DealExpired} (deal); {@code
 * MoneyRemitted} (pay); {@code MessageSent} (chat); {@code MemberJoined}, {@code MemberChanged}
 * (member). Events out: none.
 */
package kr.gonggu.push;
