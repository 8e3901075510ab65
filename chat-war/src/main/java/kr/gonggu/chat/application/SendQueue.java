package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import kr.gonggu.chat.application.PostMessages.Outcome;
import kr.gonggu.chat.application.PostMessages.Post;
import kr.gonggu.chat.domain.Background;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * What is sent over sockets, room by room: what comes while a room's transaction runs goes together
 * into the next one. The busier the room, the more words share one commit.
 */
@ApplicationScoped
public class SendQueue {

  private static final Logger LOG = System.getLogger(SendQueue.class.getName());
  private static final int MOST_AT_ONCE = 64;

  private final ConcurrentMap<UUID, Deque<Sending>> waiting = new ConcurrentHashMap<>();

  @Inject PostMessages postMessages;
  @Inject Background background;

  /** A post and who wants to know what became of it. */
  private record Sending(Post post, Consumer<Outcome> answer) {}

  /**
   * Takes a post; what one member sends to one room keeps its order. Never blocks.
   *
   * @param answer hears the outcome after the commit, on another thread; must not block
   */
  public void send(UUID roomId, Post post, Consumer<Outcome> answer) {
    waiting.compute(
        roomId,
        (id, queue) -> {
          Deque<Sending> all = queue;
          if (all == null) {
            all = new ArrayDeque<>();
            background.run(() -> work(roomId));
          }
          all.add(new Sending(post, answer));
          return all;
        });
  }

  private void work(UUID roomId) {
    for (List<Sending> batch = next(roomId); !batch.isEmpty(); batch = next(roomId)) {
      List<Outcome> outcomes = post(roomId, batch);
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).answer().accept(outcomes.get(i));
      }
    }
  }

  /** An empty batch gives the room back: whoever sends next begins anew. */
  private List<Sending> next(UUID roomId) {
    List<Sending> batch = new ArrayList<>();
    waiting.computeIfPresent(
        roomId,
        (id, queue) -> {
          while (!queue.isEmpty() && batch.size() < MOST_AT_ONCE) {
            batch.add(queue.poll());
          }
          return batch.isEmpty() ? null : queue;
        });
    return batch;
  }

  private List<Outcome> post(UUID roomId, List<Sending> batch) {
    try {
      return postMessages.post(roomId, batch.stream().map(Sending::post).toList());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Could not store " + batch.size() + " messages of " + roomId, e);
      Outcome refused =
          Outcome.refused(
              new Refusal(
                  CommonError.UNAVAILABLE, "The message could not be stored now; send it again."));
      return batch.stream().map(each -> refused).toList();
    }
  }
}
