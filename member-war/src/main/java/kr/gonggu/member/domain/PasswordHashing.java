package kr.gonggu.member.domain;

import kr.gonggu.lib.error.Refusal;

/**
 * Port: slow, salted hashing of passwords. Each call takes tens of milliseconds and much memory by
 * intent, so callers hold no database connection meanwhile.
 */
public interface PasswordHashing {

  /**
   * @return a new hash with a salt of its own
   * @throws Refusal {@code UNAVAILABLE} when too many wait to be hashed
   */
  PasswordHash hash(Password password);

  /**
   * @return whether the hash was made of this password
   * @throws Refusal {@code UNAVAILABLE} when too many wait to be hashed
   */
  boolean matches(Password password, PasswordHash hash);

  /**
   * Takes as long as {@link #matches} and matches nobody: a name that does not exist must not be
   * told from a wrong password by the clock.
   *
   * @throws Refusal {@code UNAVAILABLE} when too many wait to be hashed
   */
  void matchNobody(Password password);

  /** Whether a hash was made with other parameters than new ones are. */
  boolean outdated(PasswordHash hash);
}
