package kr.gonggu.pay.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.http.CursorCodec;
import kr.gonggu.lib.http.Page;
import kr.gonggu.pay.domain.HistoryEntry;
import kr.gonggu.pay.domain.HistoryFilter;
import kr.gonggu.pay.domain.HistoryPosition;

/** Parts of a history; a cursor is worth something to its member and for its filter only. */
@ApplicationScoped
public class HistoryCursors {

  @Inject CursorCodec codec;

  /** Where a history goes on; null at its beginning. */
  HistoryPosition position(UUID member, HistoryFilter filter, String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return null;
    }
    List<String> keys = codec.decode(purpose(member, filter), cursor);
    try {
      return new HistoryPosition(
          Instant.parse(keys.get(0)), Long.parseLong(keys.get(1)), Long.parseLong(keys.get(2)));
    } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Refusal(CommonError.CURSOR_INVALID, "The cursor does not belong to this list.");
    }
  }

  /**
   * A part of a history.
   *
   * @param entries one more than the part has, if the history goes on
   */
  Page<TransactionResponse> page(
      UUID member, HistoryFilter filter, List<HistoryEntry> entries, int limit) {
    boolean more = entries.size() > limit;
    List<HistoryEntry> part = more ? entries.subList(0, limit) : entries;
    return new Page<>(
        part.stream().map(TransactionResponse::of).toList(),
        more ? cursor(member, filter, part.get(limit - 1).position()) : null);
  }

  private String cursor(UUID member, HistoryFilter filter, HistoryPosition last) {
    return codec.encode(
        purpose(member, filter),
        List.of(last.at().toString(), Long.toString(last.magnitude()), Long.toString(last.seq())));
  }

  private static String purpose(UUID member, HistoryFilter filter) {
    return "transactions " + member + " " + filter;
  }
}
