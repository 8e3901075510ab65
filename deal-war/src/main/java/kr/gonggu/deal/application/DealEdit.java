package kr.gonggu.deal.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.gonggu.deal.domain.Category;
import kr.gonggu.deal.domain.DealPresentation;
import kr.gonggu.deal.domain.DealTerms;
import kr.gonggu.deal.domain.Pickup;
import kr.gonggu.deal.domain.PriceSplit;

/**
 * What the host wants different; null leaves a field as it is.
 *
 * @param productUrl blank takes the address away
 */
public record DealEdit(
    String title,
    String description,
    Category category,
    String productUrl,
    List<String> keywords,
    List<UUID> imageIds,
    Long totalPrice,
    Integer shares,
    Integer hostShares,
    String unit,
    BigDecimal unitQuantity,
    Instant deadline,
    Pickup pickup) {

  DealPresentation upon(DealPresentation present) {
    return new DealPresentation(
        or(title, present.title()),
        or(description, present.description()),
        or(category, present.category()),
        productUrl == null ? present.productUrl() : productUrl,
        or(keywords, present.keywords()),
        or(imageIds, present.imageIds()));
  }

  DealTerms upon(DealTerms present) {
    return new DealTerms(
        new PriceSplit(
            or(totalPrice, present.price().totalPrice()), or(shares, present.price().shares())),
        or(hostShares, present.hostShares()),
        or(unit, present.unit()),
        or(unitQuantity, present.unitQuantity()),
        or(deadline, present.deadline()),
        or(pickup, present.pickup()));
  }

  private static <T> T or(T wanted, T present) {
    return Objects.requireNonNullElse(wanted, present);
  }
}
