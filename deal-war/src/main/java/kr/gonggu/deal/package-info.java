/**
 * Deals: one bulk purchase that neighbours split, its shares and who took them.
 *
 * <p>Events in: {@code MemberJoined} and {@code MemberChanged} from {@code gonggu.member.events},
 * for the nicknames shown beside deals.
 *
 * <p>Events out, on {@code gonggu.deal.events}, keyed by deal: {@code DealOpened}, {@code
 * DealChanged}, {@code EnrollmentConfirmed}, {@code EnrollmentChanged}, {@code
 * EnrollmentCancelled}, {@code DealFull}, {@code DealCancelled}, {@code DealExpired}. Schemas and
 * samples lie in {@code src/main/contracts}.
 */
package kr.gonggu.deal;
