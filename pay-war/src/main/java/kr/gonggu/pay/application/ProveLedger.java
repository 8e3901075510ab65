package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kr.gonggu.pay.domain.Ledger;
import kr.gonggu.pay.domain.LedgerProof;

/** An operator asks whether the books are right. */
@ApplicationScoped
public class ProveLedger {

  @Inject Ledger ledger;

  /** Counts every posting; meant for operators and tests, not for every request. */
  public LedgerProof prove() {
    return ledger.prove();
  }
}
