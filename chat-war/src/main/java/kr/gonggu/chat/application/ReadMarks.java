package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.chat.domain.Background;
import kr.gonggu.chat.domain.Memberships.ReadMark;

/**
 * Read marks that come over sockets. In a lively room everyone reads everything at once; what comes
 * within a moment is stored in one transaction, of each member only the farthest, and told after.
 */
@ApplicationScoped
public class ReadMarks {

  private static final Logger LOG = System.getLogger(ReadMarks.class.getName());
  private static final Duration MOMENT = Duration.ofMillis(150);
  private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

  private final Map<Reader, Long> waiting = new HashMap<>();

  @Inject MarkRead markRead;
  @Inject LiveRooms liveRooms;
  @Inject Background background;

  private record Reader(UUID roomId, UUID memberId) {}

  /**
   * The member of a connection has read up to a number. Never blocks.
   *
   * @param seq beyond the newest entry it means the newest
   * @throws kr.gonggu.lib.error.Refusal {@code NOT_IN_ROOM}
   */
  public void mark(Attendance connection, UUID roomId, long seq) {
    add(List.of(liveRooms.mark(connection, roomId, seq)), MOMENT);
  }

  private void add(List<ReadMark> marks, Duration wait) {
    synchronized (waiting) {
      if (waiting.isEmpty()) {
        background.runAfter(wait, this::store);
      }
      marks.forEach(
          mark -> waiting.merge(new Reader(mark.roomId(), mark.memberId()), mark.seq(), Math::max));
    }
  }

  private void store() {
    List<ReadMark> marks;
    synchronized (waiting) {
      marks =
          waiting.entrySet().stream()
              .map(e -> new ReadMark(e.getKey().roomId(), e.getKey().memberId(), e.getValue()))
              .toList();
      waiting.clear();
    }
    try {
      markRead.mark(marks);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Could not store {0} read marks, tries again: {1}", marks.size(), e);
      add(marks, RETRY_PAUSE);
      return;
    }
    marks.forEach(mark -> liveRooms.marked(mark.roomId(), mark.memberId(), mark.seq()));
  }
}
