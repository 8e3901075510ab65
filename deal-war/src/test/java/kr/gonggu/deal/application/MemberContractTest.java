package kr.gonggu.deal.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.deal.domain.Members;
import kr.gonggu.deal.infrastructure.MemberGone;
import kr.gonggu.deal.infrastructure.MemberNamed;
import kr.gonggu.testkit.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What member promises is what this service needs to know who is who. */
class MemberContractTest {

  @ParameterizedTest
  @ValueSource(strings = {"MemberJoined", "MemberChanged"})
  void membersSampleNamesAMember(String type) {
    MemberNamed told = Contracts.of("member").sample(type, MemberNamed.class);
    KnownMembers members = new KnownMembers();
    RenameMember renameMember = new RenameMember();
    renameMember.members = members;

    renameMember.rename(told.memberId(), told.nickname());

    assertThat(members.recognize(told.memberId(), "an older name")).isEqualTo(told.nickname());
    assertThat(told.nickname()).isNotBlank();
  }

  @Test
  void membersSampleSaysWhoHasLeft() {
    MemberGone told = Contracts.of("member").sample("MemberLeft", MemberGone.class);
    KnownMembers members = new KnownMembers();

    members.forget(told.memberId(), Instant.parse("2026-11-23T01:00:00Z"));

    assertThat(members.recognize(told.memberId(), "an older name")).isEqualTo(Members.PSEUDONYM);
  }

  private static final class KnownMembers implements Members {

    private final Map<UUID, String> nicknames = new HashMap<>();

    @Override
    public String recognize(UUID id, String nickname) {
      return nicknames.computeIfAbsent(id, unknown -> nickname);
    }

    @Override
    public void rename(UUID id, String nickname) {
      nicknames.put(id, nickname);
    }

    @Override
    public void forget(UUID id, Instant leftAt) {
      nicknames.put(id, PSEUDONYM);
    }
  }
}
