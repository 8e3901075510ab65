package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import kr.gonggu.localstack.TestStack;
import kr.gonggu.testkit.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The AsyncAPI document that the build gathers. */
class AsyncApiIT {

  @ParameterizedTest
  @ValueSource(strings = {"member", "deal", "pay", "chat"})
  void tellsOfEveryEventOfEveryProducer(String service) throws IOException {
    JsonObject channel = document().getJsonObject("channels").getJsonObject(service + "Events");

    assertThat(channel.getString("address")).isEqualTo("gonggu." + service + ".events");
    assertThat(channel.getJsonObject("messages").keySet())
        .containsExactlyInAnyOrderElementsOf(Contracts.of(service).types());
  }

  @Test
  void tellsWhoListens() throws IOException {
    assertThat(document().getJsonObject("operations").keySet())
        .contains("dealTells", "chatHearsOfDeal", "pushHearsOfPay", "payHearsOfMember");
  }

  private static JsonObject document() throws IOException {
    try (JsonReader reader =
        Json.createReader(
            Files.newBufferedReader(TestStack.root().resolve("ear/target/asyncapi.json")))) {
      return reader.readObject();
    }
  }
}
