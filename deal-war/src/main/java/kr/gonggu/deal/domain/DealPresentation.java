package kr.gonggu.deal.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.UUID;

/**
 * How a deal presents itself; the host may improve it as long as the deal is under way.
 *
 * @param title one line
 * @param description free text
 * @param category kind of goods
 * @param productUrl where the goods are sold, http or https, or null
 * @param keywords words by which neighbours are alerted, without doubles
 * @param imageIds pictures in order, the first is the cover, without doubles
 */
public record DealPresentation(
    String title,
    String description,
    Category category,
    String productUrl,
    List<String> keywords,
    List<UUID> imageIds) {

  public DealPresentation {
    title = normalized(title);
    description = normalized(description);
    productUrl = productUrl == null || productUrl.isBlank() ? null : productUrl.strip();
    keywords = keywords.stream().map(DealPresentation::normalized).distinct().toList();
    imageIds = imageIds.stream().distinct().toList();
  }

  /** Composed Hangul, so that what looks the same is found the same. */
  private static String normalized(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }
}
