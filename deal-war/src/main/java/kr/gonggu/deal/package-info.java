/**
 * Deals: one bulk purchase that neighbours split, its shares and who took them.
 *
 * <p>Events in: {@code MemberJoined}, {@code MemberChanged} and {@code MemberLeft} from {@code
 * gonggu.member.events}, for the nicknames shown beside deals and for who is there no more.
 *
 * <p>Events out, on {@code gonggu.deal.events}, keyed by deal: {@code DealOpened}, {@code
 * DealChanged}, {@code EnrollmentConfirmed}, {@code EnrollmentChanged}, {@code
 * EnrollmentCancelled}, {@code EnrollmentReceived}, {@code DealFull}, {@code DealClosingSoon},
 * {@code DealStatusChanged}, {@code DealCancelled}, {@code DealExpired}. Schemas and samples lie in
 * {@code src/main/contracts}.
 */
package kr.gonggu.deal;
