package kr.gonggu.lib.http;

import java.util.List;
import kr.gonggu.lib.error.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error as a client sees it (RFC 9457).
 *
 * @param type names the kind of problem; the same for every occurrence of a code
 * @param title short and the same for every occurrence
 * @param status the HTTP status
 * @param code stable, upper case: what a client may decide by
 * @param detail what happened this time
 * @param instance names this occurrence; an operator finds it in the log
 * @param violations the fields at fault, when there are any
 */
public record Problem(
    @Schema(required = true) String type,
    @Schema(required = true) String title,
    @Schema(required = true) int status,
    @Schema(required = true) String code,
    @Schema(required = true) String detail,
    @Schema(required = true) String instance,
    List<Violation> violations) {

  /** Media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
