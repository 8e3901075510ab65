package kr.gonggu.pay.api;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.pay.domain.HistoryFilter;
import kr.gonggu.pay.domain.HistoryFilter.Direction;
import kr.gonggu.pay.domain.HistoryFilter.Order;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of the history, and in which order. */
public class HistoryParameters {

  @QueryParam("direction")
  @Parameter(
      description = "Only what came or only what went",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"in", "out"}))
  private String direction;

  @QueryParam("kind")
  @Parameter(
      description = "Only movements of this kind",
      schema = @Schema(implementation = MovementKind.class))
  private String kind;

  @QueryParam("from")
  @Parameter(
      description = "The earliest moment, itself included",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  private String from;

  @QueryParam("to")
  @Parameter(
      description = "The moment at which the list ends, itself not included",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  private String to;

  @QueryParam("sort")
  @Parameter(
      description = "newest when left out; amount: the greatest first",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"newest", "amount"}))
  private String sort;

  /**
   * In the domain's terms.
   *
   * @throws Refusal {@code VALIDATION_FAILED} for a value that is none
   */
  HistoryFilter filter() {
    MovementKind movement = QueryValues.constant("kind", kind, MovementKind.class);
    Order order = QueryValues.lowerCase("sort", sort, Order.class);
    Instant earliest = QueryValues.instant("from", from);
    Instant end = QueryValues.instant("to", to);
    if (earliest != null && end != null && end.isBefore(earliest)) {
      throw Refusal.field(CommonError.VALIDATION_FAILED, "to", "must not be before from");
    }
    return new HistoryFilter(
        QueryValues.lowerCase("direction", direction, Direction.class),
        movement == null ? null : movement.kind(),
        earliest,
        end,
        order == null ? Order.NEWEST : order);
  }
}
