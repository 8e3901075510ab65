package kr.gonggu.deal.infrastructure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.Category;
import kr.gonggu.deal.domain.Deal;
import kr.gonggu.deal.domain.DealPresentation;
import kr.gonggu.deal.domain.DealTerms;
import kr.gonggu.deal.domain.PaymentMethod;

/**
 * Payload of {@code DealOpened} and {@code DealChanged}.
 *
 * @param pricePerShare won
 * @param totalPrice won
 * @param imageId first picture, or null
 */
public record DealData(
    UUID dealId,
    String title,
    Category category,
    UUID hostId,
    String hostNickname,
    int shares,
    int hostShares,
    long pricePerShare,
    long totalPrice,
    Instant deadline,
    PickupData pickup,
    PaymentMethod payment,
    List<String> keywords,
    UUID imageId) {

  /** Where the goods are handed over, in degrees. */
  public record PickupData(double latitude, double longitude, String label) {}

  static DealData of(Deal deal, String hostNickname) {
    DealTerms terms = deal.terms();
    DealPresentation presentation = deal.presentation();
    return new DealData(
        deal.id(),
        presentation.title(),
        presentation.category(),
        deal.hostId(),
        hostNickname,
        terms.price().shares(),
        terms.hostShares(),
        terms.price().perShare(),
        terms.price().totalPrice(),
        terms.deadline(),
        new PickupData(
            terms.pickup().latitude(), terms.pickup().longitude(), terms.pickup().label()),
        deal.payment(),
        presentation.keywords(),
        presentation.imageIds().stream().findFirst().orElse(null));
  }
}
