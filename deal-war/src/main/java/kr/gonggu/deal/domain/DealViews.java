package kr.gonggu.deal.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Who looked at which deal: each member counts once a day.
 *
 * <p>Looks are collected and written many at a time, a second later at most, together with the sums
 * that everybody sees. So a look costs its reader nothing and never waits for somebody who joins; a
 * server that dies takes a second of looks with it.
 */
public interface DealViews {

  /** A member looked; a second look that day changes nothing. */
  void seen(UUID dealId, UUID memberId, LocalDate day);

  /** Forgets who looked before a day; the sums stay. */
  void forgetBefore(LocalDate day);
}
