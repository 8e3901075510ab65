package kr.gonggu.pwa;

import java.util.Locale;
import java.util.Optional;

/**
 * A deal as a link to it shows it.
 *
 * @param status as the deal service names it
 * @param pricePerShare won
 * @param sharesLeft how many nobody has taken
 * @param share what one share is, with its unit
 * @param place where it is handed over
 * @param imageId the first picture
 */
record DealPage(
    String id,
    String title,
    String status,
    long pricePerShare,
    int sharesLeft,
    String share,
    String place,
    Optional<String> imageId) {

  /** What a neighbour wants to know first: what it costs, whether there is any left, where. */
  String description() {
    return String.format(Locale.KOREA, "한 몫(%s) %,d원 · ", share, pricePerShare)
        + remains()
        + " · 받는 곳: "
        + place;
  }

  private String remains() {
    return switch (status) {
      case "RECRUITING" -> sharesLeft > 0 ? sharesLeft + "몫 남음" : "모집 완료";
      case "FULL" -> "모집 완료";
      case "CANCELLED" -> "취소됨";
      case "EXPIRED" -> "무산됨";
      case "COMPLETED" -> "나눔 완료";
      default -> "모집 끝";
    };
  }
}
