package kr.gonggu.deal.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import kr.gonggu.deal.domain.DealSearch;
import kr.gonggu.deal.domain.DealSummary;
import kr.gonggu.deal.domain.ListPosition;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.http.CursorCodec;
import kr.gonggu.lib.http.Page;

/**
 * Parts of lists. A use case is asked for one item more than a part has: whether there is one says
 * whether the list goes on.
 */
@ApplicationScoped
public class ListCursors {

  @Inject CursorCodec codec;

  /** Where a search goes on; null at its beginning. A cursor of another search is refused. */
  ListPosition position(DealSearch search, String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return null;
    }
    List<String> keys = codec.decode(purpose(search), cursor);
    try {
      return new ListPosition(Long.parseLong(keys.get(0)), UUID.fromString(keys.get(1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Refusal(CommonError.CURSOR_INVALID, "The cursor does not belong to this list.");
    }
  }

  /** A part of a search. */
  Page<DealSummaryResponse> page(DealSearch search, List<DealSummary> found, int limit) {
    return page(
        found,
        limit,
        DealSummaryResponse::of,
        last -> {
          ListPosition position = search.sort().positionOf(last);
          return codec.encode(
              purpose(search), List.of(Long.toString(position.key()), position.id().toString()));
        });
  }

  /**
   * Where a list that is ordered by id goes on; null at its beginning.
   *
   * @param purpose names the list and whose it is
   */
  UUID id(String purpose, String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(codec.decode(purpose, cursor).get(0));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Refusal(CommonError.CURSOR_INVALID, "The cursor does not belong to this list.");
    }
  }

  /** A part of a list that is ordered by id. */
  <T, R> Page<R> page(
      String purpose, List<T> found, int limit, Function<T, R> response, Function<T, UUID> id) {
    return page(
        found, limit, response, last -> codec.encode(purpose, List.of(id.apply(last).toString())));
  }

  /** Where a list that is ordered by number goes on; null at its beginning. */
  Integer number(String purpose, String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return null;
    }
    try {
      return Integer.valueOf(codec.decode(purpose, cursor).get(0));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Refusal(CommonError.CURSOR_INVALID, "The cursor does not belong to this list.");
    }
  }

  /** A part of a list that is ordered by number. */
  <T, R> Page<R> numbered(
      String purpose,
      List<T> found,
      int limit,
      Function<T, R> response,
      Function<T, Integer> number) {
    return page(
        found,
        limit,
        response,
        last -> codec.encode(purpose, List.of(number.apply(last).toString())));
  }

  private static <T, R> Page<R> page(
      List<T> found, int limit, Function<T, R> response, Function<T, String> cursor) {
    boolean more = found.size() > limit;
    List<T> part = more ? found.subList(0, limit) : found;
    return new Page<>(
        part.stream().map(response).toList(), more ? cursor.apply(part.get(limit - 1)) : null);
  }

  /** Everything the list depends on: a cursor is worth something in the very same search only. */
  private static String purpose(DealSearch search) {
    return "deals " + search;
  }
}
