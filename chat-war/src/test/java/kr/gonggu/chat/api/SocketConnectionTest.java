package kr.gonggu.chat.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.gonggu.chat.domain.Background;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A container that takes its time, or none, must not change the order nor hold anyone up. */
class SocketConnectionTest {

  private final Session session = mock(Session.class);
  private final RemoteEndpoint.Async remote = mock(RemoteEndpoint.Async.class);
  private final List<String> sent = new ArrayList<>();
  private final Deque<SendHandler> underWay = new ArrayDeque<>();
  private final List<CloseReason> closes = new ArrayList<>();
  private final SocketConnection connection = connection(false);

  private SocketConnection connection(boolean takesSeveral) {
    return new SocketConnection(
        session,
        UUID.randomUUID(),
        takesSeveral,
        new JsonFrames(),
        new Background() {
          @Override
          public void run(Runnable work) {
            work.run();
          }

          @Override
          public void runAfter(Duration delay, Runnable work) {
            throw new UnsupportedOperationException();
          }
        });
  }

  @BeforeEach
  void slowContainer() throws IOException {
    when(session.getAsyncRemote()).thenReturn(remote);
    doAnswer(
            call -> {
              sent.add(call.getArgument(0));
              underWay.add(call.getArgument(1));
              return null;
            })
        .when(remote)
        .sendText(anyString(), any(SendHandler.class));
    doAnswer(call -> closes.add(call.getArgument(0))).when(session).close(any(CloseReason.class));
  }

  private void immediateContainer() {
    doAnswer(
            call -> {
              sent.add(call.getArgument(0));
              call.<SendHandler>getArgument(1).onResult(new SendResult());
              return null;
            })
        .when(remote)
        .sendText(anyString(), any(SendHandler.class));
  }

  @Test
  void whatWaitsLeavesTogetherWhereTheClientTakesIt() {
    SocketConnection several = connection(true);
    several.send("1");
    several.send("2");
    several.send(List.of("3", "4"));
    assertThat(sent).containsExactly("1");

    underWay.poll().onResult(new SendResult());
    assertThat(sent).containsExactly("1", "[2,3,4]");
    underWay.poll().onResult(new SendResult());
    several.send("5");
    assertThat(sent).containsExactly("1", "[2,3,4]", "5");
  }

  @Test
  void aFrameOfSeveralStaysBelowTheBound() {
    SocketConnection several = connection(true);
    immediateContainer();
    String large = "x".repeat(SocketConnection.MOST_TOGETHER / 2 - 2);
    several.send(List.of(large, large, large, large + large));
    assertThat(sent).containsExactly("[%s,%s]".formatted(large, large), large, large + large);
  }

  @Test
  void oneFrameIsUnderWayAtATimeAndTheRestFollowInOrder() {
    connection.send("1");
    connection.send("2");
    connection.send("3");
    assertThat(sent).containsExactly("1");

    underWay.poll().onResult(new SendResult());
    assertThat(sent).containsExactly("1", "2");
    underWay.poll().onResult(new SendResult());
    assertThat(sent).containsExactly("1", "2", "3");
  }

  @Test
  void aContainerThatAnswersAtOnceDoesNotDigAHole() {
    connection.send("first");
    IntStream.range(0, 900).forEach(i -> connection.send("frame"));
    immediateContainer();
    underWay.poll().onResult(new SendResult());
    assertThat(sent).hasSize(901);
    assertThat(closes).isEmpty();
  }

  @Test
  void aReaderThatDoesNotKeepUpIsClosedAndCostsNoMoreMemory() {
    IntStream.range(0, SocketConnection.MOST_FRAMES + 5).forEach(i -> connection.send("frame"));
    assertThat(closes)
        .singleElement()
        .satisfies(
            reason ->
                assertThat(reason.getCloseCode())
                    .isEqualTo(CloseReason.CloseCodes.TRY_AGAIN_LATER));
    underWay.poll().onResult(new SendResult());
    assertThat(sent).as("nothing after the close").hasSize(1);
  }

  @Test
  void fewLargeFramesAreAsBadAsManySmallOnes() {
    String large = "가".repeat(SocketConnection.MOST_CHARACTERS / 4);
    IntStream.range(0, 6).forEach(i -> connection.send(large));
    assertThat(closes).hasSize(1);
  }

  @Test
  void workWaitsUntilEverythingHasLeft() {
    List<String> done = new ArrayList<>();
    connection.send("1");
    connection.whenDrained(() -> done.add("drained"));
    assertThat(done).isEmpty();
    underWay.poll().onResult(new SendResult());
    assertThat(done).containsExactly("drained");
    connection.whenDrained(() -> done.add("again"));
    assertThat(done).containsExactly("drained", "again");
  }

  @Test
  void goodbyeIsSaidBeforeTheDoorCloses() {
    connection.send("1");
    connection.dismiss();
    underWay.poll().onResult(new SendResult());
    assertThat(closes).isEmpty();
    assertThat(sent).last().asString().contains("\"bye\"").contains("retryAfterMs");
    underWay.poll().onResult(new SendResult());
    assertThat(closes)
        .singleElement()
        .satisfies(
            reason ->
                assertThat(reason.getCloseCode()).isEqualTo(CloseReason.CloseCodes.GOING_AWAY));
  }

  @Test
  void aBrokenLineEndsTheConnectionQuietly() {
    connection.send("1");
    underWay.poll().onResult(new SendResult(new IOException("broken pipe")));
    connection.send("2");
    assertThat(sent).containsExactly("1");
    assertThat(closes).hasSize(1);
  }

  @Test
  void aSocketThatIsGoneMeanwhileIsNoError() {
    doThrow(new IllegalStateException("closed"))
        .when(remote)
        .sendText(anyString(), any(SendHandler.class));
    connection.send("1");
    connection.send("2");
    assertThat(closes).hasSize(1);
  }
}
