package kr.gonggu.deal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One field that a host changed.
 *
 * @param field name as in the contract
 * @param before as text, or null when there was none
 * @param after as text, or null when there is none any more
 */
public record DealChange(String field, String before, String after) {

  static List<DealChange> between(
      DealPresentation shownBefore,
      DealTerms agreedBefore,
      DealPresentation shown,
      DealTerms agreed) {
    List<DealChange> changes = new ArrayList<>();
    add(changes, "title", shownBefore.title(), shown.title());
    add(changes, "description", shownBefore.description(), shown.description());
    add(changes, "category", shownBefore.category(), shown.category());
    add(changes, "productUrl", shownBefore.productUrl(), shown.productUrl());
    add(changes, "keywords", listed(shownBefore.keywords()), listed(shown.keywords()));
    add(changes, "images", listed(shownBefore.imageIds()), listed(shown.imageIds()));
    add(changes, "totalPrice", agreedBefore.price().totalPrice(), agreed.price().totalPrice());
    add(changes, "shares", agreedBefore.price().shares(), agreed.price().shares());
    add(changes, "hostShares", agreedBefore.hostShares(), agreed.hostShares());
    add(changes, "unit", agreedBefore.unit(), agreed.unit());
    add(
        changes,
        "unitQuantity",
        agreedBefore.unitQuantity().toPlainString(),
        agreed.unitQuantity().toPlainString());
    add(changes, "deadline", agreedBefore.deadline(), agreed.deadline());
    add(changes, "pickup", agreedBefore.pickup(), agreed.pickup());
    return changes;
  }

  private static void add(List<DealChange> changes, String field, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      changes.add(
          new DealChange(field, Objects.toString(before, null), Objects.toString(after, null)));
    }
  }

  private static String listed(List<?> values) {
    return values.isEmpty()
        ? null
        : String.join(", ", values.stream().map(Object::toString).toList());
  }
}
