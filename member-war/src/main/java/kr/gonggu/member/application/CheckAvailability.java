package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.Attempts;
import kr.gonggu.member.domain.Attempts.Attempt;
import kr.gonggu.member.domain.Attempts.Kind;
import kr.gonggu.member.domain.Email;
import kr.gonggu.member.domain.Members;
import kr.gonggu.member.domain.Nickname;

/** Tells somebody who fills in the sign-up form which names are free. */
@ApplicationScoped
public class CheckAvailability {

  @Inject Members members;
  @Inject Attempts attempts;

  /** What is free; empty for what was not asked. */
  public record Availability(Optional<Boolean> nickname, Optional<Boolean> email) {}

  /**
   * @param nickname to ask for, or null
   * @param email to ask for, or null
   * @param address from where, for the limits
   * @throws Refusal {@code VALIDATION_FAILED} when nothing is asked or nobody could have such a
   *     name, {@code TOO_MANY_REQUESTS}
   */
  public Availability check(String nickname, String email, String address) {
    if (nickname == null && email == null) {
      throw new Refusal(CommonError.VALIDATION_FAILED, "Ask for a nickname or an e-mail address.");
    }
    Optional<Nickname> called = Optional.ofNullable(nickname).map(Nickname::new);
    Optional<Email> reachedAt = Optional.ofNullable(email).map(Email::new);
    List<Attempt> questions = new ArrayList<>();
    questions.add(new Attempt(Kind.LOOK_UP, address));
    called.ifPresent(name -> questions.add(new Attempt(Kind.LOOK_UP_OF, name.value())));
    reachedAt.ifPresent(name -> questions.add(new Attempt(Kind.LOOK_UP_OF, name.value())));
    attempts.count(questions);
    return new Availability(
        called.map(name -> !members.taken(name)), reachedAt.map(name -> !members.taken(name)));
  }
}
