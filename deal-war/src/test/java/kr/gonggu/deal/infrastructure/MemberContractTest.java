package kr.gonggu.deal.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import kr.gonggu.testkit.Contracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What member promises is what this service needs. */
class MemberContractTest {

  @ParameterizedTest
  @ValueSource(strings = {"MemberJoined", "MemberChanged"})
  void membersSampleBinds(String type) {
    MemberNamed member = Contracts.of("member").sample(type, MemberNamed.class);

    assertThat(member.memberId()).isNotNull();
    assertThat(member.nickname()).isNotBlank();
  }
}
