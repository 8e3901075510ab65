package kr.gonggu.pay.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountRequestTest {

  private static final Jsonb JSONB = JsonbBuilder.create();
  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  @ParameterizedTest
  @ValueSource(strings = {"1", "30000", "999999999999999999"})
  void wholeWonAreAccepted(String amount) {
    AmountRequest request = JSONB.fromJson("{\"amount\":" + amount + "}", AmountRequest.class);

    assertThat(VALIDATOR.validate(request)).isEmpty();
    assertThat(request.won()).isEqualTo(Long.parseLong(amount));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1.5",
        "100.0",
        "1e3",
        "1E999999999",
        "\"100\"",
        "\"\"",
        "true",
        "null",
        "[100]",
        "{\"won\":100}",
        "1000000000000000000",
        "9223372036854775808",
        "18446744073709551617"
      })
  void everythingElseIsRefusedByName(String amount) {
    AmountRequest request = JSONB.fromJson("{\"amount\":" + amount + "}", AmountRequest.class);

    assertThat(fields(VALIDATOR.validate(request))).containsExactly("amount");
  }

  @Test
  void aMissingAmountIsRefusedByName() {
    assertThat(fields(VALIDATOR.validate(JSONB.fromJson("{}", AmountRequest.class))))
        .containsExactly("amount");
  }

  private static List<String> fields(Set<ConstraintViolation<AmountRequest>> violations) {
    return violations.stream().map(violation -> violation.getPropertyPath().toString()).toList();
  }
}
