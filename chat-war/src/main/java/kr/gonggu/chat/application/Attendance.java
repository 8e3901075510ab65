package kr.gonggu.chat.application;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kr.gonggu.chat.domain.Listener;

/**
 * One open connection in the rooms of its member.
 *
 * <p>It is held at first: a client that comes back says how far it got before anything new reaches
 * it, so that it hears everything in order. {@link LiveRooms#release} ends the hold.
 */
public final class Attendance {

  /** Clients ping twice a minute; a phone that was put away may not get to say so. */
  private static final Duration ALIVE = Duration.ofSeconds(75);

  private final Listener listener;
  private final Set<LiveRoom> rooms = ConcurrentHashMap.newKeySet();
  private volatile boolean released;
  private volatile boolean over;
  private volatile long lastWord = System.nanoTime();
  private UUID lookingAt;

  Attendance(Listener listener) {
    this.listener = listener;
  }

  Listener listener() {
    return listener;
  }

  UUID memberId() {
    return listener.memberId();
  }

  /** The rooms in which it hears what is said. */
  Set<LiveRoom> rooms() {
    return rooms;
  }

  boolean released() {
    return released;
  }

  void release() {
    released = true;
  }

  /** The client gave a sign of life. */
  public void heard() {
    lastWord = System.nanoTime();
  }

  /**
   * The client has a room in view.
   *
   * @param roomId or null when none
   * @return what it had in view before, or null
   */
  synchronized UUID lookAt(UUID roomId) {
    UUID before = lookingAt;
    lookingAt = roomId;
    return before;
  }

  /** The room that the client has in view; null when none, or when it has been silent for long. */
  synchronized UUID lookingAt() {
    return System.nanoTime() - lastWord < ALIVE.toNanos() ? lookingAt : null;
  }

  boolean over() {
    return over;
  }

  void end() {
    over = true;
  }
}
