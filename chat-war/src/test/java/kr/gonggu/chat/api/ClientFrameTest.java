package kr.gonggu.chat.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.function.Consumer;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFrameTest {

  private static final UUID ROOM = UUID.fromString("0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e11");

  private static void invalid(String json, Consumer<ClientFrame> read, String field) {
    ClientFrame frame = ClientFrame.parse(json);
    assertThatThrownBy(() -> read.accept(frame))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(CommonError.VALIDATION_FAILED);
              assertThat(refusal.violations())
                  .singleElement()
                  .satisfies(violation -> assertThat(violation.field()).isEqualTo(field));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "{",
        "[]",
        "\"text\"",
        "42",
        "null",
        "{} {}",
        "{\"type\":}",
        "\u0000"
      })
  void whatIsNotOneObjectIsRefused(String text) {
    assertThatThrownBy(() -> ClientFrame.parse(text))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(CommonError.MALFORMED_JSON));
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertThatThrownBy(() -> ClientFrame.parse("{\"a\":" + "[".repeat(16_000)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void fieldsAreReadAsTheyAre() {
    ClientFrame frame =
        ClientFrame.parse(
            """
            {"type":"send","roomId":"%s","clientId":"a","text":"안녕","imageId":null,"new":true}"""
                .formatted(ROOM));
    assertThat(frame.type()).isEqualTo("send");
    assertThat(frame.roomId()).isEqualTo(ROOM);
    assertThat(frame.clientId()).isEqualTo("a");
    assertThat(frame.text()).isEqualTo("안녕");
    assertThat(frame.imageId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"roomId\":null}",
        "{\"roomId\":7}",
        "{\"roomId\":\"7\"}",
        "{\"roomId\":\"1-1-1-1-1\"}"
      })
  void aRoomIsAUuid(String json) {
    invalid(json, ClientFrame::roomId, "roomId");
    assertThat(ClientFrame.parse(json).roomIdOrNull()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"seq\":null}",
        "{\"seq\":\"1\"}",
        "{\"seq\":-1}",
        "{\"seq\":1.5}",
        "{\"seq\":99999999999999999999}",
        "{\"seq\":1e400}"
      })
  void aNumberIsWholeAndNotNegative(String json) {
    invalid(json, ClientFrame::seq, "seq");
  }

  @ParameterizedTest
  @CsvSource({"text", "clientId"})
  void textIsText(String field) {
    invalid(
        "{\"" + field + "\":{}}",
        field.equals("text") ? ClientFrame::text : ClientFrame::clientId,
        field);
  }

  @Test
  void roomsAreIdsAndNumbers() {
    assertThat(ClientFrame.parse("{\"rooms\":{\"" + ROOM + "\":3}}").rooms())
        .containsEntry(ROOM, 3L);
    assertThat(ClientFrame.parse("{\"rooms\":{}}").rooms()).isEmpty();
    invalid("{}", ClientFrame::rooms, "rooms");
    invalid("{\"rooms\":[]}", ClientFrame::rooms, "rooms");
    invalid("{\"rooms\":{\"x\":1}}", ClientFrame::rooms, "rooms");
    invalid("{\"rooms\":{\"" + ROOM + "\":\"1\"}}", ClientFrame::rooms, "rooms." + ROOM);
  }

  @Test
  void aTypeThatIsNoTextIsNoType() {
    assertThat(ClientFrame.parse("{\"type\":1}").type()).isEmpty();
    assertThat(ClientFrame.parse("{}").type()).isEmpty();
  }
}
