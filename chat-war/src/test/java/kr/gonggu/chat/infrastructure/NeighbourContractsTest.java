package kr.gonggu.chat.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.stream.Stream;
import kr.gonggu.chat.infrastructure.DealEventsConsumer.DealCancelled;
import kr.gonggu.chat.infrastructure.DealEventsConsumer.DealChanged;
import kr.gonggu.chat.infrastructure.DealEventsConsumer.DealMoved;
import kr.gonggu.chat.infrastructure.DealEventsConsumer.DealOpened;
import kr.gonggu.chat.infrastructure.DealEventsConsumer.DealStatusChanged;
import kr.gonggu.chat.infrastructure.DealEventsConsumer.EnrollmentCancelled;
import kr.gonggu.chat.infrastructure.DealEventsConsumer.EnrollmentConfirmed;
import kr.gonggu.chat.infrastructure.MemberEventsConsumer.MemberLeft;
import kr.gonggu.chat.infrastructure.MemberEventsConsumer.MemberNamed;
import kr.gonggu.testkit.Contracts;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What chat hears binds from the producers' own samples, with everything that chat needs. */
class NeighbourContractsTest {

  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  static Stream<Arguments> heard() {
    return Stream.of(
        Arguments.of("deal", "DealOpened", DealOpened.class),
        Arguments.of("deal", "EnrollmentConfirmed", EnrollmentConfirmed.class),
        Arguments.of("deal", "EnrollmentCancelled", EnrollmentCancelled.class),
        Arguments.of("deal", "DealChanged", DealChanged.class),
        Arguments.of("deal", "DealFull", DealMoved.class),
        Arguments.of("deal", "DealCancelled", DealCancelled.class),
        Arguments.of("deal", "DealExpired", DealMoved.class),
        Arguments.of("deal", "DealStatusChanged", DealStatusChanged.class),
        Arguments.of("member", "MemberJoined", MemberNamed.class),
        Arguments.of("member", "MemberChanged", MemberNamed.class),
        Arguments.of("member", "MemberLeft", MemberLeft.class));
  }

  @ParameterizedTest
  @MethodSource("heard")
  void theProducersSampleHasWhatChatNeeds(String producer, String type, Class<?> record) {
    Object data = Contracts.of(producer).sample(type, record);
    assertThat(VALIDATOR.validate(data)).isEmpty();
  }

  @Test
  void theFirstPictureIsHeardWhereThereIsOne() {
    Contracts deal = Contracts.of("deal");
    assertThat(deal.sample("DealOpened", DealOpened.class).imageId()).isNotNull();
    assertThat(deal.sample("DealChanged", DealChanged.class).imageId()).isNotNull();
  }
}
