package kr.gonggu.member.domain;

import java.util.List;
import kr.gonggu.lib.error.Refusal;

/** Port: counts what attackers repeat, over all instances. */
public interface Attempts {

  /** What is counted. Each kind has a limit of its own. */
  enum Kind {
    /** Sign-ups from one address. */
    SIGN_UP,
    /** Questions whether a name is taken, from one address. */
    LOOK_UP,
    /** Sign-ins from one address, also successful ones. */
    SIGN_IN_FROM_ADDRESS,
    /** Failed sign-ins to one account from anywhere: many addresses, one target. */
    SIGN_IN_TO_ACCOUNT,
    /**
     * Failed sign-ins to one account from one address. Far fewer than from anywhere, so that a
     * stranger cannot easily lock the owner out.
     */
    SIGN_IN_TO_ACCOUNT_FROM_ADDRESS,
    /** Wrong answers to the question for the present password, in one account. */
    CONFIRMATION
  }

  /**
   * One thing that is tried.
   *
   * @param subject by whom or against whom
   */
  record Attempt(Kind kind, String subject) {}

  /**
   * Counts attempts before they are made, so that many at once are no way round.
   *
   * @throws Refusal {@code TOO_MANY_REQUESTS} with {@code Retry-After} when one of them was made
   *     too often; then none is counted. {@code UNAVAILABLE} when nothing can be counted
   */
  void count(List<Attempt> attempts);

  /** Forgets attempts that turned out to be the owner's. */
  void forget(List<Attempt> attempts);
}
