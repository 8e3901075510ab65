package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.member.domain.Attempts;
import kr.gonggu.member.domain.Attempts.Attempt;
import kr.gonggu.member.domain.Attempts.Kind;
import kr.gonggu.member.domain.Email;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.MemberEvents;
import kr.gonggu.member.domain.Members;
import kr.gonggu.member.domain.Nickname;
import kr.gonggu.member.domain.Password;
import kr.gonggu.member.domain.PasswordHash;
import kr.gonggu.member.domain.PasswordHashing;

/** Somebody becomes a member. */
@ApplicationScoped
public class SignUp {

  @Inject Members members;
  @Inject MemberEvents events;
  @Inject PasswordHashing hashing;
  @Inject Attempts attempts;
  @Inject Clock clock;

  /**
   * @param email any writing of it
   * @param password as typed
   * @param nickname any writing of it
   * @param address from where, for the limits
   * @return the new account
   * @throws Refusal {@code VALIDATION_FAILED}, {@code PASSWORD_TOO_COMMON}, {@code EMAIL_TAKEN},
   *     {@code NICKNAME_TAKEN}, {@code TOO_MANY_REQUESTS}
   */
  @Transactional
  public Member signUp(String email, String password, String nickname, String address) {
    Email reachedAt = new Email(email);
    Nickname called = new Nickname(nickname);
    Password chosen = Password.chosen(password, "password", called, reachedAt);
    attempts.count(
        List.of(
            new Attempt(Kind.SIGN_UP, address),
            new Attempt(Kind.SIGN_UP_AS, reachedAt.value()),
            new Attempt(Kind.SIGN_UP_AS, called.value())));
    // Before the first statement, so that no connection waits for the hash.
    PasswordHash hash = hashing.hash(chosen);
    Member member =
        Member.join(
            UuidV7.next(), called, reachedAt, hash, clock.instant().truncatedTo(ChronoUnit.MICROS));
    members.add(member);
    events.joined(member);
    return member;
  }
}
