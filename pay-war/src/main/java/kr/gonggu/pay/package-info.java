/**
 * Pay: the members' wallets and the ledger behind them.
 *
 * <p>Money is in accounts and moves only by transfers. A transfer takes an amount from one account
 * and gives it to another: two postings that sum to zero, never changed afterwards, each with the
 * balance that it left behind. So the sum of all postings is zero at every moment, and an account's
 * balance is the sum of its own; {@code GET /ledger/proof} shows both, and the constraints in
 * {@code V1__ledger.sql} refuse whatever would make either untrue.
 *
 * <p>Amounts are whole won ({@code long}). What a member can spend is {@code balance - held}.
 *
 * <p>The bank is asked outside transactions and may not answer. So an order is written down first,
 * what is on its way has an account of its own, and the bank is asked for the same order again
 * until its answer is known: see {@link kr.gonggu.pay.domain.BankOrder}.
 *
 * <p>Events in: {@code MemberJoined} and {@code MemberChanged}, for the nicknames that money is
 * sent to, and {@code MemberLeft}, which closes the wallet. Events out: {@code MoneyRemitted},
 * {@code WalletCharged} and {@code WalletWithdrawn}, each in the commit that moves the money.
 */
package kr.gonggu.pay;
