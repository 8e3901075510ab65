package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.Email;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.MemberEvents;
import kr.gonggu.member.domain.Members;
import kr.gonggu.member.domain.Nickname;

/** A member takes another nickname or e-mail address. */
@ApplicationScoped
public class ChangeProfile {

  @Inject Members members;
  @Inject MemberEvents events;
  @Inject ConfirmPassword confirmPassword;

  /**
   * @param nickname the new one, or null to keep it
   * @param email the new one, or null to keep it
   * @param password the present one; needed since whoever holds the address holds the account, and
   *     money is sent by nickname
   * @return the account as it is now
   * @throws Refusal {@code VALIDATION_FAILED}, {@code PASSWORD_WRONG}, {@code EMAIL_TAKEN}, {@code
   *     NICKNAME_TAKEN}, {@code TOO_MANY_REQUESTS}
   */
  @Transactional
  public Member change(UUID memberId, String nickname, String email, String password) {
    Optional<Nickname> called = Optional.ofNullable(nickname).map(Nickname::new);
    Optional<Email> reachedAt = Optional.ofNullable(email).map(Email::new);
    if (called.isPresent() || reachedAt.isPresent()) {
      if (password == null) {
        throw Refusal.field(
            CommonError.VALIDATION_FAILED,
            "password",
            "is needed to change the nickname or the e-mail address");
      }
      confirmPassword.confirm(memberId, password, "password");
    }
    Member member = members.get(memberId);
    reachedAt.ifPresent(member::reachAt);
    boolean renamed = called.map(member::rename).orElse(false);
    members.save(member);
    if (renamed) {
      events.changed(member);
    }
    return member;
  }
}
