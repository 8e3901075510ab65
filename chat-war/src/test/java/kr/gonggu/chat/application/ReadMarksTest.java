package kr.gonggu.chat.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import kr.gonggu.chat.application.Hub.Client;
import kr.gonggu.chat.domain.Background;
import kr.gonggu.chat.domain.Memberships.ReadMark;
import org.junit.jupiter.api.Test;

class ReadMarksTest {

  private static final UUID ROOM = UUID.randomUUID();
  private static final UUID HOST = UUID.randomUUID();

  private final InMemoryChat chat = new InMemoryChat();
  private final Hub hub = new Hub(chat, new Random(1));
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<Collection<ReadMark>> stored = new ArrayList<>();
  private final ReadMarks marks = new ReadMarks();
  private boolean databaseDown;

  ReadMarksTest() {
    marks.liveRooms = hub.rooms;
    marks.background =
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
    marks.markRead =
        new MarkRead() {
          @Override
          public void mark(Collection<ReadMark> all) {
            if (databaseDown) {
              throw new IllegalStateException("no connection");
            }
            stored.add(all);
          }
        };
  }

  private Client hostWithFiveMessages() {
    chat.open(ROOM, HOST);
    for (int i = 0; i < 5; i++) {
      chat.say(ROOM, HOST, "말");
    }
    return hub.connect(HOST);
  }

  @Test
  void ofMarksThatComeTogetherTheFarthestIsStoredOnce() {
    Client host = hostWithFiveMessages();
    marks.mark(host.attendance, ROOM, 2);
    marks.mark(host.attendance, ROOM, 4);
    marks.mark(host.attendance, ROOM, 3);
    assertThat(waiting).hasSize(1);
    waiting.poll().run();
    assertThat(stored).containsExactly(List.of(new ReadMark(ROOM, HOST, 4)));
  }

  @Test
  void nobodyHasReadMoreThanThereIs() {
    Client host = hostWithFiveMessages();
    marks.mark(host.attendance, ROOM, Long.MAX_VALUE);
    waiting.poll().run();
    assertThat(stored).containsExactly(List.of(new ReadMark(ROOM, HOST, 5)));
  }

  @Test
  void aMarkIsKeptWhileTheDatabaseIsAwayAndToldOnlyWhenStored() {
    Client host = hostWithFiveMessages();
    databaseDown = true;
    marks.mark(host.attendance, ROOM, 3);
    waiting.poll().run();
    hub.settle();
    assertThat(host.frames).isEmpty();

    databaseDown = false;
    waiting.poll().run();
    hub.settle();
    assertThat(stored).containsExactly(List.of(new ReadMark(ROOM, HOST, 3)));
    assertThat(host.frames).containsExactly("read " + ROOM + " " + HOST + " 3");
  }
}
