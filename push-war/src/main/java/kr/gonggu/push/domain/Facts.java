package kr.gonggu.push.domain;

/**
 * What the sentence of a notification is made of; each kind has its own, the rest is null.
 *
 * @param title of the deal
 * @param quantity shares
 * @param amount won
 * @param sharesTaken of the deal, after what happened
 * @param shares of the deal in all
 * @param reason what the host wrote when calling it off
 * @param memo what the sender of money wrote
 */
public record Facts(
    String title,
    Integer quantity,
    Long amount,
    Integer sharesTaken,
    Integer shares,
    String reason,
    String memo) {

  static Facts ofDeal(DealRef deal) {
    return new Facts(deal.title(), null, null, null, null, null, null);
  }

  static Facts ofEnrollment(DealRef deal, Shares shares) {
    return new Facts(
        deal.title(), shares.quantity(), shares.amount(), shares.taken(), shares.all(), null, null);
  }

  static Facts ofMoney(long amount, String memo) {
    return new Facts(null, null, amount, null, null, null, memo);
  }

  Facts because(String why) {
    return new Facts(title, quantity, amount, sharesTaken, shares, why, memo);
  }
}
