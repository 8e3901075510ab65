package kr.gonggu.pay.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import kr.gonggu.testkit.Contracts;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

/** What member publishes is what pay reads. */
class MemberEventsContractTest {

  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  private final Contracts member = Contracts.of("member");

  @Test
  void whoJoinedIsKnownByIdAndNickname() {
    MemberJoined joined = member.sample("MemberJoined", MemberJoined.class);

    assertThat(VALIDATOR.validate(joined)).isEmpty();
    assertThat(member.sample("MemberJoined"))
        .contains(joined.memberId().toString(), joined.nickname());
  }

  @Test
  void whoChangedIsKnownByIdAndNickname() {
    MemberChanged changed = member.sample("MemberChanged", MemberChanged.class);

    assertThat(VALIDATOR.validate(changed)).isEmpty();
    assertThat(member.sample("MemberChanged"))
        .contains(changed.memberId().toString(), changed.nickname());
  }

  @Test
  void whoLeftIsKnownByIdAndTime() {
    MemberLeft left = member.sample("MemberLeft", MemberLeft.class);

    assertThat(VALIDATOR.validate(left)).isEmpty();
    assertThat(member.sample("MemberLeft"))
        .contains(left.memberId().toString(), left.leftAt().toString());
  }
}
