package kr.gonggu.pay.domain;

import java.util.List;
import java.util.UUID;

/** What happened to a wallet, to look at. */
public interface WalletHistory {

  /**
   * A part of a member's history.
   *
   * @param after the last entry that was seen, or null to begin
   * @param most entries
   */
  List<HistoryEntry> list(UUID memberId, HistoryFilter filter, HistoryPosition after, int most);
}
