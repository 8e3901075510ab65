package kr.gonggu.chat.domain;

import java.util.List;
import java.util.UUID;

/** One open connection of a member. Nothing here blocks. */
public interface Listener {

  /** Whose connection it is. */
  UUID memberId();

  /**
   * Sends a frame after those before it. A connection that does not keep up is closed; what it
   * missed it can ask for by number when it is back.
   */
  void send(String frame);

  /** Sends frames like {@link #send(String)}, one after the other and as one piece of work. */
  default void send(List<String> frames) {
    frames.forEach(this::send);
  }

  /** Runs the work, on some thread, when everything sent so far has left; never after a close. */
  void whenDrained(Runnable work);

  /** Says goodbye and closes, because this instance goes. */
  void dismiss();
}
