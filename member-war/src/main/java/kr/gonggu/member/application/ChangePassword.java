package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.Password;
import kr.gonggu.member.domain.PasswordHash;
import kr.gonggu.member.domain.PasswordHashing;
import kr.gonggu.member.domain.Sessions;

/**
 * A member takes another password, which signs them out everywhere else.
 *
 * <p>The transaction is {@link ReplacePassword}'s alone. Once it has committed, no other session
 * can be refreshed, also if ending them here should fail: they were begun with credentials that are
 * no more.
 */
@ApplicationScoped
public class ChangePassword {

  @Inject ConfirmPassword confirmPassword;
  @Inject PasswordHashing hashing;
  @Inject ReplacePassword replacePassword;
  @Inject Sessions sessions;

  /**
   * @param session the one that asks and goes on, if it is known
   * @param current the present password, as typed
   * @param next the new password, as typed
   * @throws Refusal {@code VALIDATION_FAILED}, {@code PASSWORD_TOO_COMMON}, {@code PASSWORD_WRONG},
   *     {@code TOO_MANY_REQUESTS}
   */
  public void change(UUID memberId, Optional<UUID> session, String current, String next) {
    Member owner = confirmPassword.confirm(memberId, current, "current");
    PasswordHash hash =
        hashing.hash(Password.chosen(next, "next", owner.nickname(), owner.email()));
    int credentials = replacePassword.replace(memberId, owner.passwordHash(), hash);
    session.ifPresent(kept -> sessions.trust(memberId, kept, credentials));
    sessions.endAllBut(memberId, session);
  }
}
