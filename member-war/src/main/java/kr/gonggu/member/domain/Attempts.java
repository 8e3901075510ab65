package kr.gonggu.member.domain;

import java.util.List;
import java.util.Locale;
import kr.gonggu.lib.error.Refusal;

/** Port: counts what attackers repeat, over all instances. */
public interface Attempts {

  /** What is counted. Each kind has a limit of its own. */
  enum Kind {
    /** Sign-ups from one address. */
    SIGN_UP,
    /**
     * Sign-ups with one nickname or e-mail address from anywhere: many addresses that try who is a
     * member, or each of which wants its guess hashed.
     */
    SIGN_UP_AS,
    /** Questions whether a name is taken, from one address. */
    LOOK_UP,
    /** Questions whether one name is taken, from anywhere: many addresses that wait for it. */
    LOOK_UP_OF,
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
   * @param subject by whom or against whom; upper and lower case are the same
   */
  record Attempt(Kind kind, String subject) {

    /** Another writing of a name is no way round. */
    public Attempt {
      subject = subject.toLowerCase(Locale.ROOT);
    }
  }

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
