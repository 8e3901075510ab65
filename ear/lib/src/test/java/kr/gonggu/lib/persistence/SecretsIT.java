package kr.gonggu.lib.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Keys that all instances of a service share, on a real MySQL. */
class SecretsIT {

  private final TestSchema schema = TestSchema.withTables();

  @Test
  void aKeyIsMadeOnceAndStays() {
    byte[] cursors = new Secrets(schema.dataSource()).get("cursors");

    assertThat(cursors).hasSize(32);
    assertThat(new Secrets(schema.dataSource()).get("cursors")).isEqualTo(cursors);
    assertThat(new Secrets(schema.dataSource()).get("tickets")).isNotEqualTo(cursors);
  }

  @Test
  void instancesThatStartAtOnceAgree() throws Exception {
    int instances = 8;
    CyclicBarrier begin = new CyclicBarrier(instances);
    ExecutorService threads = Executors.newFixedThreadPool(instances);
    try {
      List<Future<String>> keys =
          IntStream.range(0, instances)
              .mapToObj(
                  instance ->
                      threads.submit(
                          () -> {
                            Secrets secrets = new Secrets(schema.dataSource());
                            begin.await();
                            return HexFormat.of().formatHex(secrets.get("cursors"));
                          }))
              .toList();
      String first = keys.get(0).get();
      for (Future<String> key : keys) {
        assertThat(key.get()).isEqualTo(first);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
