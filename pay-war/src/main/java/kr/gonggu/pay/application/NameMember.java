package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.pay.domain.Member;
import kr.gonggu.pay.domain.Members;

/** Member told how somebody is called. */
@ApplicationScoped
public class NameMember {

  @Inject Members members;
  @Inject OpenWallet openWallet;

  /**
   * Lets the member be paid under this nickname, and gives them a wallet to be paid into.
   *
   * @param at when the nickname was taken: an older event does not undo a newer one
   */
  @Transactional
  public void name(UUID memberId, String nickname, Instant at) {
    openWallet.open(memberId);
    Member member = members.find(memberId).orElseGet(() -> add(memberId));
    if (member.hasLeft() || member.namedAfter(at)) {
      return;
    }
    Optional<Member> holder = members.named(nickname).filter(other -> !other.id().equals(memberId));
    if (holder.isPresent() && holder.get().namedAfter(at)) {
      member.name(null, at);
      return;
    }
    holder.ifPresent(members::releaseNickname);
    member.name(nickname, at);
  }

  private Member add(UUID memberId) {
    Member member = new Member(memberId);
    members.add(member);
    return member;
  }
}
