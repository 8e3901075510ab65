package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.pay.domain.BankOrder;
import kr.gonggu.pay.domain.BankOrders;
import kr.gonggu.pay.domain.BankPatience;

/** One of several instances takes an overdue order on. */
@ApplicationScoped
public class ClaimBankOrder {

  @Inject BankOrders orders;
  @Inject BankPatience patience;
  @Inject Clock clock;

  /**
   * Notes that the bank is about to be asked again.
   *
   * @return false when somebody else was first or the answer has come meanwhile
   */
  @Transactional
  public boolean claim(UUID orderId) {
    Instant now = clock.instant();
    BankOrder order = orders.lock(orderId);
    if (!order.due(now)) {
      return false;
    }
    order.askAgain(now, patience.first());
    return true;
  }
}
