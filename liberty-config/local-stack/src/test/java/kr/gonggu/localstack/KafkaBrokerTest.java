package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KafkaBrokerTest {

  @Test
  void aClusterIdIsSixteenBytesInBase64() {
    UUID bytes = UUID.fromString("00108310-5187-4092-8b30-d38f41149351");

    assertThat(KafkaBroker.clusterId(() -> bytes)).isEqualTo("ABCDEFGHQJKLMNOPQRSTUQ");
  }

  @Test
  void aClusterIdIsNeverTakenForAnOption() {
    Iterator<UUID> drawn =
        List.of(
                UUID.fromString("f8000000-0000-4000-8000-000000000000"),
                UUID.fromString("fbffffff-0000-4000-8000-000000000000"),
                UUID.fromString("f7ffffff-0000-4000-8000-000000000000"))
            .iterator();

    assertThat(KafkaBroker.clusterId(drawn::next)).isEqualTo("9____wAAQACAAAAAAAAAAA");
  }
}
