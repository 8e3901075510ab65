package kr.gonggu.lib.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

  private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void keepsWhatIsWellFormed() {
    Trace trace = new Trace("order-66_a.b", PARENT);

    assertThat(trace.requestId()).isEqualTo("order-66_a.b");
    assertThat(trace.traceparent()).isEqualTo(PARENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "two words",
        "line\nbreak",
        "한글",
        "<script>",
        "12345678901234567890123456789012345678901234567890123456789012345"
      })
  void doesNotLetABadRequestIdIntoLogs(String bad) {
    assertThat(new Trace(bad, PARENT).requestId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x"
      })
  void beginsAnewWhereTheContextIsMalformed(String bad) {
    assertThat(new Trace("r", bad).traceparent())
        .isNotEqualTo(bad)
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  @Test
  void aChildKeepsTheTraceAndHasASpanOfItsOwn() {
    Trace child = new Trace("r", PARENT).child();

    assertThat(child.requestId()).isEqualTo("r");
    assertThat(child.traceparent())
        .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
        .doesNotContain("00f067aa0ba902b7")
        .endsWith("-01");
  }

  @Test
  void scopesNestAndLeaveNothingBehind() {
    Trace outer = new Trace("outer", null);
    Trace inner = new Trace("inner", null);

    try (Trace.Scope first = Trace.open(outer)) {
      try (Trace.Scope second = Trace.open(inner)) {
        assertThat(Trace.current()).isEqualTo(inner);
      }
      assertThat(Trace.current()).isEqualTo(outer);
    }

    assertThat(Trace.current().requestId()).isNotEqualTo("outer");
  }

  @Test
  void aScopeClosedByAnotherThreadLeavesThatThreadAlone() {
    Trace.Scope scope = Trace.open(new Trace("request", null));
    try {
      String seen =
          CompletableFuture.supplyAsync(
                  () -> {
                    try (Trace.Scope own = Trace.open(new Trace("worker", null))) {
                      scope.close();
                      return Trace.current().requestId();
                    }
                  })
              .join();

      assertThat(seen).isEqualTo("worker");
    } finally {
      scope.close();
    }
  }
}
