package kr.gonggu.lib.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.error.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonShapeTest {

  enum Payment {
    ESCROW,
    DIRECT
  }

  record Place(Double latitude, double longitude) {}

  record Deal(
      String title,
      long price,
      Long total,
      Integer shares,
      Short few,
      BigDecimal unit,
      boolean open,
      Payment payment,
      Instant deadline,
      UUID host,
      Place pickup,
      List<String> keywords,
      List<Place> places,
      Map<String, Long> seqs,
      Optional<Long> limit,
      @JsonbProperty("product_url") String productUrl,
      JsonValue raw,
      List<UUID> imageIds) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"title\":\"감귤"
            + " 🍊\",\"price\":30000,\"total\":9223372036854775807,\"shares\":-2147483648}",
        "{\"price\":1.0,\"shares\":1e3}",
        "{\"unit\":2.5,\"open\":true,\"payment\":\"DIRECT\",\"deadline\":\"2026-05-01T09:00:00Z\"}",
        "{\"host\":\"0197A3B2-7c10-7f3e-9a41-3d5f0c2b8e11\",\"pickup\":{\"latitude\":37.5,\"longitude\":127}}",
        "{\"title\":null,\"total\":null,\"pickup\":null,\"keywords\":null,\"keywords2\":[1,{\"a\":[]}]}",
        "{\"keywords\":[],\"places\":[{\"latitude\":1,\"longitude\":2,\"altitude\":{\"m\":[3]}}]}",
        "{\"seqs\":{\"a\":1,\"b\":2},\"limit\":5,\"product_url\":\"https://example.com\",\"raw\":[5.5,\"x\"]}",
        " {\"unknown\":5.5,\"Title\":5} \n",
      })
  void letsPassWhatFits(String body) {
    assertThatCode(() -> check(body, Deal.class)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"price\":5.5}                          | price               | whole number",
        "{\"price\":\"5\"}                        | price               | whole number",
        "{\"price\":true}                         | price               | whole number",
        "{\"price\":null}                         | price               | null",
        "{\"price\":9223372036854775808}          | price               | whole number",
        "{\"price\":1e400}                        | price               | whole number",
        "{\"price\":1e999999999}                  | price               | whole number",
        "{\"price\":1e99999999999}                | price               | whole number",
        "{\"price\":{\"won\":5}}                  | price               | whole number",
        "{\"total\":[5]}                          | total               | whole number",
        "{\"shares\":2147483648}                  | shares              | whole number",
        "{\"few\":40000}                          | few                 | whole number",
        "{\"unit\":\"2.5\"}                       | unit                | number",
        "{\"unit\":1e-999999999}                  | unit                | number",
        "{\"pickup\":{\"latitude\":1e400}}        | pickup.latitude     | number",
        "{\"pickup\":{\"longitude\":\"127\"}}     | pickup.longitude    | number",
        "{\"pickup\":{\"longitude\":null}}        | pickup.longitude    | null",
        "{\"pickup\":[1,2]}                       | pickup              | object",
        "{\"pickup\":\"here\"}                    | pickup              | object",
        "{\"title\":5}                            | title               | text",
        "{\"title\":{}}                           | title               | text",
        "{\"title\":\"\\ud800\"}                  | title               | text",
        "{\"open\":\"true\"}                      | open                | true or false",
        "{\"open\":1}                             | open                | true or false",
        "{\"payment\":\"CASH\"}                   | payment             | one of ESCROW, DIRECT",
        "{\"payment\":0}                          | payment             | one of ESCROW, DIRECT",
        "{\"deadline\":\"tomorrow\"}              | deadline            | instant",
        "{\"deadline\":1700000000}                | deadline            | instant",
        "{\"deadline\":\"2026-05-01T09:00:00\"}   | deadline            | instant",
        "{\"host\":\"x\"}                         | host                | UUID",
        "{\"host\":\"1-1-1-1-1\"}                 | host                | UUID",
        "{\"keywords\":\"a\"}                     | keywords            | list",
        "{\"keywords\":{\"a\":1}}                 | keywords            | list",
        "{\"keywords\":[\"a\",1]}                 | keywords[1]         | text",
        "{\"places\":[{},{\"latitude\":\"n\"}]}   | places[1].latitude  | number",
        "{\"seqs\":{\"a\":1.5}}                   | seqs.a              | whole number",
        "{\"seqs\":[1]}                           | seqs                | object",
        "{\"limit\":5.5}                          | limit               | whole number",
        "{\"product_url\":5}                      | product_url         | text",
        "{\"imageIds\":[\"no\"]}                  | imageIds[0]         | UUID",
        "{\"price\":1,\"price\":2}                | price               | twice",
        "[]                                       | body                | object",
        "5                                        | body                | object",
      })
  void namesTheFieldThatDoesNotFit(String body, String field, String message) {
    Refusal refusal = refusal(body, Deal.class);

    assertThat(refusal.code()).isEqualTo(CommonError.MALFORMED_JSON);
    assertThat(refusal.violations()).hasSize(1);
    assertThat(refusal.violations().get(0).field()).isEqualTo(field);
    assertThat(refusal.violations().get(0).message()).contains(message);
  }

  @Test
  void namesAllFieldsAtOnceButNotWithoutEnd() {
    assertThat(refusal("{\"price\":\"a\",\"title\":1,\"open\":0}", Deal.class).violations())
        .extracting(Violation::field)
        .containsExactly("price", "title", "open");
    assertThat(refusal("{\"keywords\":[" + "1,".repeat(9_999) + "1]}", Deal.class).violations())
        .hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n",
        "hello",
        "{\"title\":",
        "{\"title\":\"a\",}",
        "{\"price\":01}",
        "{\"title\":\"a\"} x",
        "{\"title\":\"a\"}{}",
        "{'title':'a'}",
        "{\"unknown\":{\"a\":[1,}}",
        "{\"unknown\":[",
        "{\"unknown\":{\"a\":",
        "{\"title\":\"tab\there\"}",
        "{\"title\":NaN}",
      })
  void refusesWhatIsNotJson(String body) {
    Refusal refusal = refusal(body, Deal.class);

    assertThat(refusal.code()).isEqualTo(CommonError.MALFORMED_JSON);
    assertThat(refusal.violations()).isEmpty();
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] body = "{\"title\":\"감귤\"}".getBytes(StandardCharsets.UTF_16LE);

    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> JsonShape.check(body, Deal.class));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                JsonShape.check(
                    new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xC0, '"', '}'}, Deal.class));
  }

  @Test
  void looksIntoAListThatIsTheWholeBody() throws Exception {
    Type strings =
        JsonShapeTest.class.getDeclaredMethod("keywords", List.class).getGenericParameterTypes()[0];

    check("[\"감귤\",\"사과\"]", strings);
    assertThat(refusal("[\"감귤\",5]", strings).violations())
        .extracting(Violation::field)
        .containsExactly("[1]");
    assertThat(refusal("{}", strings).violations())
        .extracting(Violation::field)
        .containsExactly("body");
  }

  @Test
  void isQuickWithNumbersAndNestingMadeToBeSlow() {
    String digits = "9".repeat(1_000_000);
    assertThat(refusal("{\"price\":" + digits + "}", Deal.class).code())
        .isEqualTo(CommonError.MALFORMED_JSON);
    assertThat(refusal("{\"x\":" + "[".repeat(500_000) + "}", Deal.class).code())
        .isEqualTo(CommonError.MALFORMED_JSON);
  }

  @SuppressWarnings("unused") // its parameter is the type under test
  private static void keywords(List<String> keywords) {}

  private static void check(String body, Type type) {
    JsonShape.check(body.getBytes(StandardCharsets.UTF_8), type);
  }

  private static Refusal refusal(String body, Type type) {
    try {
      check(body, type);
    } catch (Refusal refusal) {
      return refusal;
    }
    throw new AssertionError("must be refused: " + body);
  }
}
