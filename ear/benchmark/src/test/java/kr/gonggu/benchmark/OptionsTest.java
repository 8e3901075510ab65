package kr.gonggu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static Options options(String... namesAndValues) {
    Map<String, String> properties = new HashMap<>(Map.of("user.home", "/home/kim"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Options.of(properties::get);
  }

  @Test
  void withoutAnyItIsAMarketHereWithADataFolderOfItsOwn() {
    Options options = options();

    assertThat(options.market()).isEqualTo(URI.create("http://localhost:9080"));
    assertThat(options.data()).isEqualTo(Path.of("/home/kim/.gonggu-benchmark"));
    assertThat(options.wants("newest")).isTrue();
  }

  @Test
  void takesWhatIsGiven() {
    Options options =
        options(
            "market", "http://127.0.0.1:9191",
            "data", "~/load",
            "seconds", "20",
            "only", "newest, rush");

    assertThat(options.market().getPort()).isEqualTo(9191);
    assertThat(options.data()).isEqualTo(Path.of("/home/kim/load"));
    assertThat(options.seconds()).isEqualTo(Duration.ofSeconds(20));
    assertThat(options.wants("rush")).isTrue();
    assertThat(options.wants("detail")).isFalse();
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThatThrownBy(() -> options("market", "localhost:9080"))
        .isInstanceOf(BenchmarkException.class)
        .hasMessageContaining("http://host:port");
    assertThatThrownBy(() -> options("seconds", "0")).isInstanceOf(BenchmarkException.class);
  }
}
