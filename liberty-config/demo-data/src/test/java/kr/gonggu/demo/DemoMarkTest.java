package kr.gonggu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMarkTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("demo-data");
  }

  @Test
  void theNextStartKnowsWhatIsMade() {
    assertThat(DemoMark.exists(file)).isFalse();
    DemoMark first = DemoMark.open(file);
    first.mark("charge 서교동보리");

    DemoMark second = DemoMark.open(file);

    assertThat(second.made("charge 서교동보리")).isTrue();
    assertThat(second.made("charge 연남라떼")).isFalse();
    assertThat(second.password()).isEqualTo(first.password());
    assertThat(second.complete()).isFalse();
    second.markComplete();
    assertThat(DemoMark.open(file).complete()).isTrue();
  }

  @Test
  void aMarkThatWasCutOffIsNone() throws Exception {
    DemoMark.open(file).mark("pay coffee 서교동보리");
    Files.writeString(file, "pay coffee 연남", StandardOpenOption.APPEND);

    DemoMark next = DemoMark.open(file);
    next.mark("pay rice 연남라떼");

    assertThat(next.made("pay coffee 서교동보리")).isTrue();
    assertThat(next.made("pay coffee 연남")).isFalse();
    assertThat(DemoMark.open(file).made("pay rice 연남라떼")).isTrue();
  }

  @Test
  void everyMarketHasAPasswordOfItsOwn() {
    assertThat(DemoMark.open(file).password())
        .matches("mandarin-\\d{6}")
        .isNotEqualTo(DemoMark.open(folder.resolve("other")).password());
  }
}
