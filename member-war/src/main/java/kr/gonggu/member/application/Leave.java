package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.Sessions;

/**
 * A member leaves the market for good.
 *
 * <p>The account is gone when {@link ForgetMember}'s transaction has committed; sessions that could
 * not be ended then are worth nothing, since a refresh finds no account.
 */
@ApplicationScoped
public class Leave {

  @Inject ConfirmPassword confirmPassword;
  @Inject ForgetMember forgetMember;
  @Inject Sessions sessions;

  /**
   * @param password the present one, as typed
   * @throws Refusal {@code PASSWORD_WRONG}, {@code NOT_FOUND}, {@code TOO_MANY_REQUESTS}
   */
  public void leave(UUID memberId, String password) {
    confirmPassword.confirm(memberId, password, "password");
    forgetMember.forget(memberId);
    sessions.endAllBut(memberId, Optional.empty());
  }
}
