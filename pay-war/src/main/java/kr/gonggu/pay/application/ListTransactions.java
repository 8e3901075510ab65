package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kr.gonggu.pay.domain.HistoryEntry;
import kr.gonggu.pay.domain.HistoryFilter;
import kr.gonggu.pay.domain.HistoryPosition;
import kr.gonggu.pay.domain.WalletHistory;

/** A member looks at what happened to the wallet. */
@ApplicationScoped
public class ListTransactions {

  @Inject WalletHistory history;

  /**
   * A part of the member's own history; empty before there is a wallet.
   *
   * @param after the last entry that was seen, or null to begin
   * @param most entries
   */
  public List<HistoryEntry> list(
      UUID memberId, HistoryFilter filter, HistoryPosition after, int most) {
    return history.list(memberId, filter, after, most);
  }
}
