package kr.gonggu.chat.api;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import kr.gonggu.chat.domain.Background;
import kr.gonggu.chat.domain.Listener;

/**
 * The way out of one socket: frames leave one after the other, in order, without anybody waiting.
 * What waits for the same client may leave as one frame.
 *
 * <p>Frames that the client does not take in time wait in a queue with a bound; beyond it the
 * connection is closed, so that one bad line costs neither memory nor anybody else's time.
 */
final class SocketConnection implements Listener {

  private static final Logger LOG = System.getLogger(SocketConnection.class.getName());

  /**
   * Holds a history part and then some; a client that is this far behind is better off with sync.
   */
  static final int MOST_FRAMES = 1_000;

  /** In UTF-16 units, which are at least as many as bytes divided by three. */
  static final int MOST_CHARACTERS = 1_000_000;

  /** UTF-16 units in a frame of several objects: below 16 KiB in UTF-8, also when all is Korean. */
  static final int MOST_TOGETHER = 5_000;

  private final Session session;
  private final UUID memberId;
  private final boolean takesSeveral;
  private final JsonFrames frames;
  private final Background background;

  private final Object lock = new Object();
  private final Queue<String> waiting = new ArrayDeque<>();
  private int characters;
  private boolean sending;
  private boolean closed;
  private Runnable drained;

  /**
   * @param takesSeveral whether the client understands a frame with a JSON array of several objects
   */
  SocketConnection(
      Session session,
      UUID memberId,
      boolean takesSeveral,
      JsonFrames frames,
      Background background) {
    this.session = session;
    this.memberId = memberId;
    this.takesSeveral = takesSeveral;
    this.frames = frames;
    this.background = background;
  }

  @Override
  public UUID memberId() {
    return memberId;
  }

  @Override
  public void send(String frame) {
    send(List.of(frame));
  }

  @Override
  public void send(List<String> together) {
    synchronized (lock) {
      for (String frame : together) {
        if (closed) {
          return;
        }
        if (waiting.size() >= MOST_FRAMES || characters + frame.length() > MOST_CHARACTERS) {
          LOG.log(Level.INFO, "Closes a connection of {0} that does not keep up", memberId);
          shut(CloseCodes.TRY_AGAIN_LATER, "too slow");
          return;
        }
        waiting.add(frame);
        characters += frame.length();
      }
    }
    pump();
  }

  /**
   * What goes into the next frame: an object, or an array of what waits where the client takes
   * that. In a lively room most of what a delivery costs, here and on the phone, is the frame.
   * Called with the lock.
   *
   * @return null when nothing waits
   */
  private String next() {
    String first = waiting.poll();
    if (first == null) {
      return null;
    }
    characters -= first.length();
    if (!takesSeveral || !fits(first.length())) {
      return first;
    }
    StringBuilder several = new StringBuilder("[").append(first);
    do {
      String frame = waiting.remove();
      characters -= frame.length();
      several.append(',').append(frame);
    } while (fits(several.length()));
    return several.append(']').toString();
  }

  private boolean fits(int length) {
    String frame = waiting.peek();
    return frame != null && length + frame.length() + 3 <= MOST_TOGETHER;
  }

  /**
   * Hands the next frame to the container when none is under way. A container may report the result
   * before {@code sendText} returns, so this must not recurse: it loops.
   */
  private void pump() {
    while (true) {
      String frame;
      synchronized (lock) {
        if (sending || closed) {
          return;
        }
        frame = next();
        if (frame == null) {
          runDrained();
          return;
        }
        sending = true;
      }
      Handover handover = new Handover();
      try {
        session.getAsyncRemote().sendText(frame, handover::finished);
      } catch (RuntimeException e) {
        // The socket went between the check and the call.
        LOG.log(Level.DEBUG, "Frame to {0} not sent: {1}", memberId, e);
        close(CloseCodes.GOING_AWAY, "");
        return;
      }
      if (!handover.returned()) {
        return;
      }
    }
  }

  /** One frame on its way: whoever comes second, the result or the return, goes on. */
  private final class Handover {
    private boolean first = true;

    void finished(SendResult result) {
      if (!result.isOK()) {
        LOG.log(Level.DEBUG, "Frame to {0} not sent: {1}", memberId, result.getException());
        close(CloseCodes.GOING_AWAY, "");
        return;
      }
      synchronized (lock) {
        sending = false;
        if (first) {
          first = false;
          return;
        }
      }
      pump();
    }

    /** Whether the result was there before the return. */
    boolean returned() {
      synchronized (lock) {
        boolean finished = !first;
        first = false;
        return finished;
      }
    }
  }

  @Override
  public void whenDrained(Runnable work) {
    synchronized (lock) {
      Runnable before = drained;
      drained =
          before == null
              ? work
              : () -> {
                before.run();
                work.run();
              };
    }
    pump();
  }

  /** Called with the lock. */
  private void runDrained() {
    if (drained != null) {
      background.run(drained);
      drained = null;
    }
  }

  @Override
  public void dismiss() {
    // Spread over some seconds, so that a thousand clients do not come to the next instance at
    // once.
    long wait = ThreadLocalRandom.current().nextLong(500, 3_000);
    send(frames.bye(Duration.ofMillis(wait)));
    whenDrained(() -> close(CloseCodes.GOING_AWAY, "the server goes"));
  }

  /** Sends a last frame, then closes. */
  void close(CloseCode code, String reason, String lastFrame) {
    send(lastFrame);
    whenDrained(() -> close(code, reason));
  }

  /** Closes; what waits is dropped. */
  void close(CloseCode code, String reason) {
    synchronized (lock) {
      if (!closed) {
        shut(code, reason);
      }
    }
  }

  /** Called with the lock. On another thread, since closing may call back and may wait. */
  private void shut(CloseCode code, String reason) {
    closed = true;
    waiting.clear();
    drained = null;
    background.run(
        () -> {
          try {
            session.close(new CloseReason(code, reason));
          } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "Socket of {0} was gone: {1}", memberId, e);
          }
        });
  }

  /** The socket is gone; nothing is sent any more. */
  void closed() {
    synchronized (lock) {
      closed = true;
      waiting.clear();
      drained = null;
    }
  }
}
