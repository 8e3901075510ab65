package kr.gonggu.deal.infrastructure;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kr.gonggu.deal.domain.Category;
import kr.gonggu.deal.domain.DealSearch;
import kr.gonggu.deal.domain.DealSort;
import kr.gonggu.deal.domain.DealStatus;
import kr.gonggu.deal.domain.ListPosition;

/**
 * Where the windows at the beginning of the lists end. An end that is a little old is as right as a
 * new one: it only says how many deals are read before the full-text index is asked.
 */
final class Windows {

  private static final Duration KEPT = Duration.ofSeconds(30);

  private final Map<Order, End> ends = new ConcurrentHashMap<>();

  /** Few: statuses, times categories, times sorts. */
  private record Order(DealStatus status, Category category, DealSort sort) {}

  private record End(Optional<ListPosition> position, Instant until) {}

  /**
   * @param search for a single status
   * @return empty when the list ends before the window does
   */
  Optional<ListPosition> edge(
      DealSearch search, Instant now, Supplier<Optional<ListPosition>> reader) {
    Order order = new Order(search.statuses().iterator().next(), search.category(), search.sort());
    End end = ends.get(order);
    if (end == null || now.isAfter(end.until)) {
      end = new End(reader.get(), now.plus(KEPT));
      ends.put(order, end);
    }
    return end.position;
  }
}
