/**
 * Push: what members are told, in the inbox, live and on their devices.
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
 * <p>Devices are called by Web Push (RFC 8030, 8291, 8292): the transaction that adds a
 * notification also queues a delivery per device, and nothing more. A courier on each instance
 * claims what is due ({@link kr.gonggu.push.application.Courier}), looks once more whether it is
 * still worth a call, and writes down what came of it.
 *
 * <p>Events in: {@code DealOpened}, {@code EnrollmentConfirmed}, {@code EnrollmentChanged}, {@code
 * EnrollmentCancelled}, {@code DealFull}, {@code DealStatusChanged}, {@code DealCancelled}, {@code
 * DealExpired}, {@code DealClosingSoon} (deal); {@code MoneyRemitted} (pay); {@code MessageSent}
 * (chat); {@code MemberJoined}, {@code MemberChanged}, {@code MemberLeft} (member). Events out:
 * none.
 */
package kr.gonggu.push;
