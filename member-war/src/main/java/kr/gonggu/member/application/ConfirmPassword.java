package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.Attempts;
import kr.gonggu.member.domain.Attempts.Attempt;
import kr.gonggu.member.domain.Attempts.Kind;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.MemberError;
import kr.gonggu.member.domain.Members;
import kr.gonggu.member.domain.Password;
import kr.gonggu.member.domain.PasswordHashing;

/**
 * Makes sure that it is the owner who changes an account's keys, and not somebody at an unlocked
 * phone.
 */
@ApplicationScoped
public class ConfirmPassword {

  @Inject Members members;
  @Inject PasswordHashing hashing;
  @Inject Attempts attempts;

  /**
   * @param password the present one, as typed
   * @param field name of the request's field, for the refusal
   * @return the account as it was when the password fitted
   * @throws Refusal {@code PASSWORD_WRONG}, {@code TOO_MANY_REQUESTS}
   */
  // Outside the caller's transaction, so that no connection waits for the hash.
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Member confirm(UUID memberId, String password, String field) {
    List<Attempt> guess = List.of(new Attempt(Kind.CONFIRMATION, memberId.toString()));
    attempts.count(guess);
    Member member = members.get(memberId);
    if (!hashing.matches(new Password(password), member.passwordHash())) {
      throw Refusal.field(MemberError.PASSWORD_WRONG, field, "is not your present password");
    }
    attempts.forget(guess);
    return member;
  }
}
