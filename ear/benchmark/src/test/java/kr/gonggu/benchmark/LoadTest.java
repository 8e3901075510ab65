package kr.gonggu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTest {

  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  /** Answers by number: every third is refused, every tenth breaks. */
  private static Load.Client client(AtomicInteger next, int calls) {
    return new Load.Client() {
      private int number;

      @Override
      public boolean prepare() {
        number = next.incrementAndGet();
        return number <= calls;
      }

      @Override
      public Load.Outcome call(HttpConnection connection, Load.Failure failure) throws IOException {
        if (number % 10 == 0) {
          throw new IOException("broken");
        }
        return number % 3 == 0 ? Load.Outcome.REFUSED : Load.Outcome.DONE;
      }
    };
  }

  @Test
  void countsEveryCallOnceHoweverManyClients() {
    AtomicInteger next = new AtomicInteger();

    Measurement measured = new Load(NOWHERE).all(8, number -> client(next, 300));

    assertThat(measured.failures()).isEqualTo(30);
    assertThat(measured.errors()).containsEntry("IOException: broken", 30);
    assertThat(measured.refused()).isEqualTo(90);
    assertThat(measured.done()).isEqualTo(180);
    assertThat(measured.perSecond()).isPositive();
  }
}
