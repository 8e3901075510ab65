package kr.gonggu.pay.domain;

import java.util.UUID;

/** The bank from which wallets are charged and to which money returns. */
public interface BankGateway {

  /**
   * The account in this ledger that stands for the member's bank account; opened at first use.
   *
   * <p>A charge takes from it and a withdrawal gives to it, so that money which enters or leaves
   * the market is in the books like any other.
   */
  UUID accountOf(UUID memberId);
}
