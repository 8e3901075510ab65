package kr.gonggu.pay.domain;

import java.util.List;

/**
 * The ledger's books at one moment: everything counted from the postings, and compared with the
 * balances that are kept beside them.
 *
 * @param kinds sums by kind of account
 * @param transfers how many transfers there are
 * @param postings how many postings there are
 * @param total sum of all postings in won; anything but zero means money came or went by itself
 * @param unbalanced transfers that have not exactly two postings of their amount that sum to zero
 * @param drifted accounts whose balance is not the sum of their postings
 */
public record LedgerProof(
    List<KindSum> kinds, long transfers, long postings, long total, long unbalanced, long drifted) {

  /** Whether everything is as it must be. */
  public boolean sound() {
    return total == 0 && unbalanced == 0 && drifted == 0;
  }

  /**
   * All accounts of one kind.
   *
   * @param kind the kind
   * @param accounts how many
   * @param balance sum of their balances in won
   * @param held sum of what is held in won
   */
  public record KindSum(AccountKind kind, long accounts, long balance, long held) {}
}
