package kr.gonggu.deal.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * What somebody looks for.
 *
 * @param words letters and digits; each is found in title or description, also inside of longer
 *     words; or none
 * @param category or null
 * @param minPrice least won per share, or null
 * @param maxPrice most won per share, or null
 * @param area where the pickup lies, or null
 * @param statuses at least one
 * @param sort order
 */
public record DealSearch(
    List<String> words,
    Category category,
    Long minPrice,
    Long maxPrice,
    Area area,
    Set<DealStatus> statuses,
    DealSort sort) {

  /**
   * @throws Refusal {@code VALIDATION_FAILED} when the order is by distance and there is no area
   */
  public DealSearch {
    if (sort == DealSort.NEAREST && area == null) {
      throw Refusal.field(CommonError.VALIDATION_FAILED, "near", "is needed to sort by distance");
    }
    words = List.copyOf(words);
    // In the order of the enum: a search must look the same on every instance.
    statuses = Collections.unmodifiableSet(EnumSet.copyOf(statuses));
  }
}
