package kr.gonggu.chat.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.gonggu.chat.application.PostMessages.Outcome;
import kr.gonggu.chat.application.PostMessages.Post;
import kr.gonggu.chat.application.PostMessages.Receipt;
import kr.gonggu.chat.domain.Background;
import kr.gonggu.chat.domain.Draft;
import kr.gonggu.lib.error.CommonError;
import org.junit.jupiter.api.Test;

class SendQueueTest {

  private final UUID room = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<String> batches = new ArrayList<>();
  private final SendQueue queue = new SendQueue();
  private boolean databaseDown;
  private Runnable whileStoring = () -> {};

  SendQueueTest() {
    queue.background =
        new Background() {
          @Override
          public void run(Runnable work) {
            waiting.add(work);
          }

          @Override
          public void runAfter(Duration delay, Runnable work) {
            waiting.add(work);
          }
        };
    queue.postMessages =
        new PostMessages() {
          @Override
          public List<Outcome> post(UUID roomId, List<Post> posts) {
            whileStoring.run();
            if (databaseDown) {
              throw new IllegalStateException("no connection");
            }
            batches.add(String.join(" ", posts.stream().map(p -> p.draft().text()).toList()));
            return posts.stream()
                .map(p -> new Outcome(new Receipt(batches.size(), Instant.EPOCH), null))
                .toList();
          }
        };
  }

  private List<Outcome> send(UUID roomId, String... texts) {
    List<Outcome> answers = new ArrayList<>();
    for (String text : texts) {
      queue.send(roomId, new Post(UUID.randomUUID(), new Draft(text, text, null)), answers::add);
    }
    return answers;
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.poll().run();
    }
  }

  @Test
  void whatComesWhileARoomIsBusySharesTheNextTransactionInOrder() {
    send(room, "a");
    whileStoring =
        () -> {
          whileStoring = () -> {};
          send(room, "b", "c", "d");
        };
    work();
    assertThat(batches).containsExactly("a", "b c d");
  }

  @Test
  void aRoomIsWorkedOnByOneThreadAtATimeAndRoomsDoNotWaitForEachOther() {
    send(room, "a", "b");
    send(other, "x");
    send(room, "c");
    assertThat(waiting).as("one piece of work per room").hasSize(2);
    work();
    assertThat(batches).containsExactly("a b c", "x");

    send(room, "d");
    work();
    assertThat(batches).last().isEqualTo("d");
  }

  @Test
  void roomsTakeTurnsSoThatALoudOneDoesNotSilenceTheOthers() {
    send(room, IntStream.range(0, 150).mapToObj(i -> "m" + i).toArray(String[]::new));
    send(other, "x");
    waiting.poll().run();
    assertThat(batches).hasSize(4);
    assertThat(batches.get(1)).isEqualTo("x");
  }

  @Test
  void onlyFewRoomsHaveTheirTurnAtOnceAndTheOthersGatherWords() {
    List<UUID> rooms = IntStream.range(0, 100).mapToObj(i -> UUID.randomUUID()).toList();
    rooms.forEach(each -> send(each, "a"));
    assertThat(waiting.size()).isBetween(2, 64);
    rooms.forEach(each -> send(each, "b"));
    work();
    assertThat(batches).hasSize(100).containsOnly("a b");
  }

  @Test
  void oneTransactionTakesAtMostSixtyFour() {
    List<Outcome> answers =
        send(room, IntStream.range(0, 100).mapToObj(i -> "m" + i).toArray(String[]::new));
    work();
    assertThat(answers).hasSize(100);
    assertThat(batches).hasSize(2);
    assertThat(batches.get(0).split(" ")).hasSize(64);
  }

  @Test
  void everyoneIsToldWhenTheDatabaseDoesNotAnswerAndTheNextGoesThrough() {
    databaseDown = true;
    List<Outcome> answers = send(room, "a", "b");
    work();
    assertThat(answers)
        .hasSize(2)
        .allSatisfy(
            answer -> assertThat(answer.refusal().code()).isEqualTo(CommonError.UNAVAILABLE));

    databaseDown = false;
    answers = send(room, "a");
    work();
    assertThat(answers).singleElement().satisfies(a -> assertThat(a.refusal()).isNull());
  }
}
