package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import kr.gonggu.chat.application.PostMessages.Outcome;
import kr.gonggu.chat.application.PostMessages.Post;
import kr.gonggu.chat.domain.Background;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * What is sent over sockets, room by room: what comes while a room waits for its turn or its
 * transaction runs goes together into the next one.
 *
 * <p>Only few rooms have their turn at once, and rooms take turns. More transactions at once would
 * not be faster on the same processors, only smaller: this way the busier the service, the more
 * words share one commit.
 */
@ApplicationScoped
public class SendQueue {

  private static final Logger LOG = System.getLogger(SendQueue.class.getName());
  private static final int MOST_AT_ONCE = 64;

  /** Beyond the processors, since a commit mostly waits for the disk. */
  private static final int MOST_ROOMS_AT_ONCE =
      Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

  private final Object lock = new Object();
  private final Map<UUID, Deque<Sending>> waiting = new HashMap<>();
  private final Deque<UUID> turns = new ArrayDeque<>();
  private int workers;

  @Inject PostMessages postMessages;
  @Inject Background background;

  /** A post and who wants to know what became of it. */
  private record Sending(Post post, Consumer<Outcome> answer) {}

  /** What goes into one transaction. */
  private record Batch(UUID roomId, List<Sending> sendings) {}

  /**
   * Takes a post; what one member sends to one room keeps its order. Never blocks.
   *
   * @param answer hears the outcome after the commit, on another thread; must not block
   */
  public void send(UUID roomId, Post post, Consumer<Outcome> answer) {
    synchronized (lock) {
      Deque<Sending> queue = waiting.get(roomId);
      if (queue != null) {
        queue.add(new Sending(post, answer));
        return;
      }
      queue = new ArrayDeque<>();
      queue.add(new Sending(post, answer));
      waiting.put(roomId, queue);
      turns.add(roomId);
      if (workers == MOST_ROOMS_AT_ONCE) {
        return;
      }
      workers++;
    }
    background.run(this::work);
  }

  private void work() {
    for (Batch batch = next(); batch != null; batch = next()) {
      List<Outcome> outcomes = post(batch);
      for (int i = 0; i < outcomes.size(); i++) {
        tell(batch.sendings().get(i), outcomes.get(i));
      }
      done(batch.roomId());
    }
  }

  /** Whatever one of them does with it, the others hear theirs. */
  private static void tell(Sending sending, Outcome outcome) {
    try {
      sending.answer().accept(outcome);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Could not tell " + sending.post().senderId() + " the outcome", e);
    }
  }

  /** The next room's turn: it has no other until {@link #done}. */
  private Batch next() {
    synchronized (lock) {
      UUID roomId = turns.poll();
      if (roomId == null) {
        workers--;
        return null;
      }
      Deque<Sending> queue = waiting.get(roomId);
      List<Sending> sendings = new ArrayList<>();
      while (!queue.isEmpty() && sendings.size() < MOST_AT_ONCE) {
        sendings.add(queue.poll());
      }
      return new Batch(roomId, sendings);
    }
  }

  private void done(UUID roomId) {
    synchronized (lock) {
      if (waiting.get(roomId).isEmpty()) {
        waiting.remove(roomId);
      } else {
        turns.add(roomId);
      }
    }
  }

  private List<Outcome> post(Batch batch) {
    try {
      return postMessages.post(
          batch.roomId(), batch.sendings().stream().map(Sending::post).toList());
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "Could not store " + batch.sendings().size() + " messages of " + batch.roomId(),
          e);
      Outcome refused =
          Outcome.refused(
              new Refusal(
                  CommonError.UNAVAILABLE, "The message could not be stored now; send it again."));
      return batch.sendings().stream().map(each -> refused).toList();
    }
  }
}
