package kr.gonggu.deal.api;

import java.time.Instant;
import java.util.List;
import kr.gonggu.deal.domain.DealChange;
import kr.gonggu.deal.domain.DealRevision;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the host changed at once.
 *
 * @param version of the deal from then on
 */
@Schema(description = "What the host changed at once")
public record DealRevisionResponse(
    @Schema(required = true, example = "2") int version,
    @Schema(required = true, example = "2026-11-23T01:00:00Z") Instant at,
    @Schema(required = true) List<Change> changes) {

  /**
   * One field.
   *
   * @param field name as in the deal
   * @param before as text; left out when there was none
   * @param after as text; left out when there is none any more
   */
  @Schema(name = "DealChange", description = "One field")
  public record Change(
      @Schema(required = true, example = "totalPrice") String field,
      @Schema(example = "30000") String before,
      @Schema(example = "28000") String after) {

    static Change of(DealChange change) {
      return new Change(change.field(), change.before(), change.after());
    }
  }

  static DealRevisionResponse of(DealRevision revision) {
    return new DealRevisionResponse(
        revision.version(),
        revision.editedAt(),
        revision.changes().stream().map(Change::of).toList());
  }
}
