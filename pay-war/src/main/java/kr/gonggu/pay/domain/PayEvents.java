package kr.gonggu.pay.domain;

/** What happened to money, for everybody else. Told if and only if the transaction commits. */
public interface PayEvents {

  /** A member sent money to another. */
  void moneyRemitted(MoneyRemitted event);

  /** Money came from the bank into a wallet. */
  void walletCharged(WalletCharged event);

  /** Money went from a wallet back to the bank. */
  void walletWithdrawn(WalletWithdrawn event);
}
