package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.Members;
import kr.gonggu.member.domain.PasswordHash;

/** Keeps a password under today's parameters, at the only moment at which it is known. */
@ApplicationScoped
public class UpgradeHash {

  @Inject Members members;

  /**
   * @param member as read before; when the password was changed since, nothing happens
   * @param better a hash of the same password
   */
  @Transactional
  public void upgrade(Member member, PasswordHash better) {
    members.replaceHash(member.id(), member.passwordHash(), better);
  }
}
