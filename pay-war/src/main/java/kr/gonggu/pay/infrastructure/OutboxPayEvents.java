package kr.gonggu.pay.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kr.gonggu.pay.domain.MoneyRemitted;
import kr.gonggu.pay.domain.PayEvents;
import kr.gonggu.pay.domain.WalletCharged;
import kr.gonggu.pay.domain.WalletWithdrawn;

/** Tells events through the outbox; the key is the member whose wallet it is. */
@ApplicationScoped
public class OutboxPayEvents implements PayEvents {

  @Inject PayRuntime runtime;

  @Override
  public void moneyRemitted(MoneyRemitted event) {
    runtime.outbox().publish("MoneyRemitted", event.fromId(), event);
  }

  @Override
  public void walletCharged(WalletCharged event) {
    runtime.outbox().publish("WalletCharged", event.memberId(), event);
  }

  @Override
  public void walletWithdrawn(WalletWithdrawn event) {
    runtime.outbox().publish("WalletWithdrawn", event.memberId(), event);
  }
}
