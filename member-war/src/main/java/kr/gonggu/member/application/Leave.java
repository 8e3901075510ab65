package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.Sessions;

/**
 * A member leaves the market for good.
 *
 * <p>The account is gone when {@link ForgetMember}'s transaction has committed; sessions that could
 * not be ended then are worth nothing, since a refresh finds no account.
 */
@ApplicationScoped
public class Leave {

  private static final Logger LOG = System.getLogger(Leave.class.getName());

  @Inject ConfirmPassword confirmPassword;
  @Inject ForgetMember forgetMember;
  @Inject Sessions sessions;

  /**
   * @param password the present one, as typed
   * @throws Refusal {@code PASSWORD_WRONG}, {@code NOT_FOUND}, {@code TOO_MANY_REQUESTS}
   */
  public void leave(UUID memberId, String password) {
    Member owner = confirmPassword.confirm(memberId, password, "password");
    forgetMember.forget(memberId, owner.passwordHash());
    try {
      sessions.endAllBut(memberId, Optional.empty());
    } catch (RuntimeException e) {
      // The account is gone, whatever becomes of sessions that can do nothing without it.
      LOG.log(Level.WARNING, "The sessions of a member who left lapse by themselves: {0}", e);
    }
  }
}
