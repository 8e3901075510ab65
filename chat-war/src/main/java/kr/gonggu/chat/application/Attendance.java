package kr.gonggu.chat.application;

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

  private final Listener listener;
  private final Set<LiveRoom> rooms = ConcurrentHashMap.newKeySet();
  private volatile boolean released;
  private volatile boolean over;

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

  boolean over() {
    return over;
  }

  void end() {
    over = true;
  }
}
