package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.member.domain.AccessTokens;
import kr.gonggu.member.domain.Attempts;
import kr.gonggu.member.domain.Attempts.Attempt;
import kr.gonggu.member.domain.Attempts.Kind;
import kr.gonggu.member.domain.Email;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.MemberError;
import kr.gonggu.member.domain.Members;
import kr.gonggu.member.domain.Nickname;
import kr.gonggu.member.domain.Password;
import kr.gonggu.member.domain.PasswordHashing;
import kr.gonggu.member.domain.RefreshToken;
import kr.gonggu.member.domain.Session;
import kr.gonggu.member.domain.Sessions;

/**
 * A member signs in on a device. No transaction: nothing but the session is written, and the hash
 * must not keep a connection waiting.
 */
@ApplicationScoped
public class SignIn {

  @Inject Members members;
  @Inject PasswordHashing hashing;
  @Inject UpgradeHash upgradeHash;
  @Inject Sessions sessions;
  @Inject AccessTokens accessTokens;
  @Inject Operators operators;
  @Inject Attempts attempts;
  @Inject Clock clock;

  /**
   * @param login nickname or e-mail address
   * @param password as typed
   * @param device what the device is called, or null
   * @param address from where, for the limits
   * @throws Refusal {@code SIGN_IN_FAILED} for a wrong password and for an account that does not
   *     exist, after the same time; {@code TOO_MANY_REQUESTS}
   */
  public SignedIn signIn(String login, String password, String device, String address) {
    Optional<Nickname> nickname = Nickname.parse(login);
    Optional<Email> email = Email.parse(login);
    // By the name as given: if both names of an account shared one count, the count would tell a
    // stranger that they belong together.
    String account = email.map(Email::value).or(() -> nickname.map(Nickname::value)).orElse(login);
    List<Attempt> guesses =
        List.of(
            new Attempt(Kind.SIGN_IN_TO_ACCOUNT, account),
            new Attempt(Kind.SIGN_IN_TO_ACCOUNT_FROM_ADDRESS, account + " " + address));
    attempts.count(
        List.of(new Attempt(Kind.SIGN_IN_FROM_ADDRESS, address), guesses.get(0), guesses.get(1)));

    Member member =
        verified(
            nickname.flatMap(members::find).or(() -> email.flatMap(members::find)),
            new Password(password));
    attempts.forget(guesses);
    Session session = Session.begin(UuidV7.next(), member, device, clock.instant());
    RefreshToken refreshToken = sessions.begin(session);
    return new SignedIn(
        member,
        accessTokens.issue(member, session.id(), operators.groups(member)),
        refreshToken,
        sessions.idleLifetime());
  }

  private Member verified(Optional<Member> found, Password password) {
    if (found.isEmpty()) {
      hashing.matchNobody(password);
      throw failed();
    }
    Member member = found.get();
    if (!hashing.matches(password, member.passwordHash())) {
      throw failed();
    }
    if (hashing.outdated(member.passwordHash())) {
      upgradeHash.upgrade(member, hashing.hash(password));
    }
    return member;
  }

  private static Refusal failed() {
    return new Refusal(MemberError.SIGN_IN_FAILED, "The name or the password is wrong.");
  }
}
