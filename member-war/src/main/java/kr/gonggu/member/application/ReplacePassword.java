package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.Members;
import kr.gonggu.member.domain.PasswordHash;

/** The moment at which the new password counts. */
@ApplicationScoped
public class ReplacePassword {

  @Inject Members members;

  /**
   * @param confirmed what the owner's present password was checked against
   * @return the account's credentials from now on
   * @throws Refusal {@code PASSWORD_WRONG} when it was replaced since then
   */
  @Transactional
  public int replace(UUID memberId, PasswordHash confirmed, PasswordHash next) {
    Member member = members.get(memberId);
    member.changePassword(confirmed, next);
    return member.credentials();
  }
}
