package kr.gonggu.pay.domain;

/**
 * A transfer with its two postings, which sum to zero.
 *
 * @param transfer what was asked for
 * @param from the account that gave, as it is afterwards
 * @param debit the posting there, below zero
 * @param to the account that received, as it is afterwards
 * @param credit the posting there
 */
public record Booking(Transfer transfer, Account from, Posting debit, Account to, Posting credit) {

  /**
   * Pairs the postings.
   *
   * @throws IllegalArgumentException when they do not sum to zero or are of another transfer
   */
  public Booking {
    if (debit.amount() + credit.amount() != 0 || credit.amount() != transfer.amount()) {
      throw new IllegalArgumentException("The postings of " + transfer.id() + " do not balance");
    }
  }
}
