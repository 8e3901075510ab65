package kr.gonggu.lib.http;

import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/** How many items a client may ask for at once. */
public final class PageLimit {

  private static final int DEFAULT = 20;
  private static final int MOST = 100;

  private PageLimit() {}

  /**
   * @param limit query parameter, or null
   * @return 20 when not given
   * @throws Refusal {@code VALIDATION_FAILED} outside 1–100
   */
  public static int of(Integer limit) {
    if (limit == null) {
      return DEFAULT;
    }
    if (limit < 1 || limit > MOST) {
      throw Refusal.field(CommonError.VALIDATION_FAILED, "limit", "must be between 1 and " + MOST);
    }
    return limit;
  }
}
