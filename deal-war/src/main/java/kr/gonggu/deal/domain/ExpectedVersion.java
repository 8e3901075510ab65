package kr.gonggu.deal.domain;

/**
 * Upon which version a change was made ({@code If-Match}).
 *
 * @param version the only version allowed, or null for any
 */
public record ExpectedVersion(Integer version) {

  /** Whatever the version is. */
  public static final ExpectedVersion ANY = new ExpectedVersion(null);

  /** Whether a change of the present version is meant. */
  public boolean allows(int present) {
    return version == null || version == present;
  }
}
