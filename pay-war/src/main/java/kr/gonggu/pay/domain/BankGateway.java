package kr.gonggu.pay.domain;

import java.util.UUID;

/** The bank from which wallets are charged and to which money returns. */
public interface BankGateway {

  /** Whether its money is only to play with. */
  boolean playMoney();

  /**
   * Lets the bank know a member who gets a wallet; nothing happens when it does already. Joins the
   * transaction in which the wallet is opened.
   */
  void openAccount(UUID memberId);

  /**
   * Asks the bank to carry an order out. Call it outside a transaction: it may take as long as the
   * bank's time-out.
   *
   * <p>The order's id is what the bank recognises it by. Asked for the same order again, also while
   * an earlier request is still on its way, it carries it out once at most and gives its first
   * answer again; so asking again is how the fate of an order is found out.
   *
   * <p>In the ledger an adapter keeps the bank's side of the member's {@link
   * AccountKind#BANK_CLEARING} account: what a charge brings is there when the answer is {@code
   * DONE}, and what a withdrawal took is no longer there.
   *
   * @return never fails: whatever goes wrong on the way is {@code UNKNOWN}
   */
  BankAnswer execute(BankOrder order);
}
