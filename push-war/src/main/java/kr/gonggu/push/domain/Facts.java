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
 * @param hoursLeft until the deadline
 * @param status what the host moved the deal on to
 * @param note what the host wrote when moving it on
 * @param keyword which of the reader's words was met
 */
public record Facts(
    String title,
    Integer quantity,
    Long amount,
    Integer sharesTaken,
    Integer shares,
    String reason,
    String memo,
    Integer hoursLeft,
    String status,
    String note,
    String keyword) {

  static Facts ofDeal(DealRef deal) {
    return new Facts(deal.title(), null, null, null, null, null, null, null, null, null, null);
  }

  static Facts ofEnrollment(DealRef deal, Shares shares) {
    return new Facts(
        deal.title(),
        shares.quantity(),
        shares.amount(),
        shares.taken(),
        shares.all(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static Facts ofReceipt(DealRef deal, int quantity) {
    return new Facts(deal.title(), quantity, null, null, null, null, null, null, null, null, null);
  }

  static Facts ofMoney(long amount, String memo) {
    return new Facts(null, null, amount, null, null, null, memo, null, null, null, null);
  }

  static Facts ofCancellation(DealRef deal, String reason) {
    return new Facts(deal.title(), null, null, null, null, reason, null, null, null, null, null);
  }

  static Facts ofDeadline(DealRef deal, int hoursLeft) {
    return new Facts(deal.title(), null, null, null, null, null, null, hoursLeft, null, null, null);
  }

  static Facts ofStatus(DealRef deal, String status, String note) {
    return new Facts(deal.title(), null, null, null, null, null, null, null, status, note, null);
  }

  static Facts ofMatch(DealRef deal, long pricePerShare, String keyword) {
    return new Facts(
        deal.title(), null, pricePerShare, null, null, null, null, null, null, null, keyword);
  }
}
