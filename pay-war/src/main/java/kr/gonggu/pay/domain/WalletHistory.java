package kr.gonggu.pay.domain;

import java.util.List;
import java.util.Optional;
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

  /** What a transfer did to a member's wallet, or empty when it did nothing there. */
  Optional<HistoryEntry> find(UUID memberId, UUID transferId);
}
