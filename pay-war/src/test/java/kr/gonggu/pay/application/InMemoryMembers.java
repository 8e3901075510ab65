package kr.gonggu.pay.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.pay.domain.Member;
import kr.gonggu.pay.domain.Members;

/** Members for one thread; insists on what the schema insists on. */
final class InMemoryMembers implements Members {

  private final List<Member> members = new ArrayList<>();

  @Override
  public Optional<Member> find(UUID id) {
    return members.stream().filter(member -> member.id().equals(id)).findAny();
  }

  @Override
  public Optional<Member> named(String nickname) {
    List<Member> named =
        members.stream().filter(member -> nickname.equalsIgnoreCase(member.nickname())).toList();
    if (named.size() > 1) {
      throw new IllegalStateException("Two members have the nickname " + nickname);
    }
    return named.stream().findAny();
  }

  @Override
  public void add(Member member) {
    members.add(member);
  }

  @Override
  public void forget(UUID id) {
    // There are neither memos nor answers here.
  }

  @Override
  public void releaseNickname(Member holder) {
    holder.loseNickname();
  }
}
