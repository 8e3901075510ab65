package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.pay.domain.BankOrders;

/** The bank is asked again for whatever it has not answered. */
@ApplicationScoped
public class ReconcileBankOrders {

  private static final Logger LOG = System.getLogger(ReconcileBankOrders.class.getName());
  private static final int MOST_AT_ONCE = 100;

  @Inject BankOrders orders;
  @Inject ClaimBankOrder claimBankOrder;
  @Inject SettleBankOrder settleBankOrder;
  @Inject Clock clock;

  /** Settles every order that is overdue, as far as the bank answers. */
  public void reconcile() {
    for (UUID id : orders.due(clock.instant(), MOST_AT_ONCE)) {
      try {
        if (claimBankOrder.claim(id)) {
          Receipt receipt = settleBankOrder.settle(id);
          LOG.log(
              Level.INFO, "Bank order {0} is {1}", id, receipt.pending() ? "pending" : "settled");
        }
      } catch (Refusal refused) {
        LOG.log(Level.INFO, "Bank order {0} is refused: {1}", id, refused.code().name());
      } catch (RuntimeException e) {
        // It is due again later, and those behind it must not wait for that.
        LOG.log(Level.WARNING, "Bank order " + id + " is not settled this time", e);
      }
    }
  }
}
