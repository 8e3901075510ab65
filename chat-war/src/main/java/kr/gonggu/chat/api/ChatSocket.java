package kr.gonggu.chat.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kr.gonggu.chat.application.Attendance;
import kr.gonggu.chat.application.LiveRooms;
import kr.gonggu.chat.application.PostMessages.Outcome;
import kr.gonggu.chat.application.PostMessages.Post;
import kr.gonggu.chat.application.ReadMarks;
import kr.gonggu.chat.application.RedeemTicket;
import kr.gonggu.chat.application.SendQueue;
import kr.gonggu.chat.domain.Background;
import kr.gonggu.chat.domain.ChatError;
import kr.gonggu.chat.domain.Draft;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * The socket of contracts.md, "Chat": one text frame, one JSON object. A client that opens it with
 * {@code frames=several} may also get an array of such objects, in order, in one frame.
 *
 * <p>The address carries a one-use ticket, since browsers cannot send a header with it. A
 * connection without a good ticket gets an {@code error} frame and is closed with 1008. Frames of
 * one connection are worked on in order, one at a time: what cannot block on the thread that reads
 * the socket, since in a lively room a hand-over would cost more than the work, everything else
 * never there.
 *
 * <p>Frames are taken in parts, not whole: containers check the size of a whole message part by
 * part at most, so a message in endless parts would fill the memory. Hence also a programmed
 * endpoint ({@link ChatEndpoints}), since only there the size of a single part has a bound as well.
 */
@Dependent
public class ChatSocket extends Endpoint {

  private static final Logger LOG = System.getLogger(ChatSocket.class.getName());

  /** contracts.md, "Chat". */
  private static final int MOST_BYTES = 16 * 1024;

  /** Up to here too large a frame is answered; beyond it the connection is closed with 1009. */
  private static final int BEARABLE = 64 * 1024;

  private static final int MOST_UNACKNOWLEDGED = 64;
  private static final int MOST_FRAMES_WAITING = 256;
  private static final Duration FIRST_WORD = Duration.ofSeconds(1);

  /** Clients ping twice a minute; a line that is silent this long is dead. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  @Inject RedeemTicket redeemTicket;
  @Inject LiveRooms liveRooms;
  @Inject SendQueue sendQueue;
  @Inject ReadMarks readMarks;
  @Inject JsonFrames frames;
  @Inject Background background;

  private final Queue<Runnable> work = new ArrayDeque<>();
  private final StringBuilder parts = new StringBuilder();
  private long received;
  private final AtomicInteger unacknowledged = new AtomicInteger();
  private boolean working;
  private volatile SocketConnection connection;
  private volatile Attendance attendance;
  private volatile boolean closed;

  /** Takes the ticket and lets the member's rooms be heard. */
  @Override
  public void onOpen(Session session, EndpointConfig configuration) {
    session.setMaxTextMessageBufferSize(BEARABLE);
    session.setMaxBinaryMessageBufferSize(BEARABLE);
    session.setMaxIdleTimeout(SILENCE.toMillis());
    session.addMessageHandler(String.class, this::part);
    session.addMessageHandler(ByteBuffer.class, this::binary);
    String ticket = parameter(session, "ticket");
    inOrder(true, () -> enter(session, ticket));
  }

  private static String parameter(Session session, String name) {
    return session.getRequestParameterMap().getOrDefault(name, List.of("")).stream()
        .findFirst()
        .orElse("");
  }

  private void enter(Session session, String ticket) {
    try {
      connection =
          new SocketConnection(
              session,
              redeemTicket.redeem(ticket),
              parameter(session, "frames").equals("several"),
              frames,
              background);
      attendance = liveRooms.enter(connection);
      if (closed) {
        liveRooms.leave(attendance);
      } else {
        background.runAfter(FIRST_WORD, () -> liveRooms.release(attendance));
      }
    } catch (Refusal refusal) {
      refuse(session, refusal);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Could not let a connection in", e);
      refuse(session, new Refusal(CommonError.UNAVAILABLE, "Try again in a moment."));
    }
  }

  private void refuse(Session session, Refusal refusal) {
    SocketConnection refused = new SocketConnection(session, null, false, frames, background);
    refused.close(
        refusal.code() == CommonError.UNAVAILABLE
            ? CloseCodes.TRY_AGAIN_LATER
            : CloseCodes.VIOLATED_POLICY,
        refusal.code().name(),
        frames.error(refusal, null, null));
  }

  /** A part of a frame; called by one thread at a time. */
  private void part(String part, boolean last) {
    received += part.length();
    if (received <= MOST_BYTES) {
      parts.append(part);
    }
    if (received > BEARABLE) {
      inOrder(true, () -> close(CloseCodes.TOO_BIG, ChatError.FRAME_TOO_LARGE.name()));
    } else if (last) {
      whole(received <= MOST_BYTES ? parts.toString() : null);
    }
    if (last) {
      parts.setLength(0);
      received = 0;
    }
  }

  /** Binary frames have no meaning here. */
  private void binary(ByteBuffer part, boolean last) {
    if (last) {
      inOrder(
          true,
          () -> {
            if (attendance != null) {
              Refusal refusal =
                  new Refusal(ChatError.TEXT_FRAMES_ONLY, "A frame is text: one JSON object.");
              connection.close(
                  CloseCodes.CANNOT_ACCEPT,
                  refusal.code().name(),
                  frames.error(refusal, null, null));
            }
          });
    }
  }

  private void close(CloseCode code, String reason) {
    if (attendance != null) {
      connection.close(code, reason);
    }
  }

  /**
   * @param text a frame, or null when it was too large to keep
   */
  private void whole(String text) {
    ClientFrame frame;
    try {
      if (text == null || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
        throw new Refusal(ChatError.FRAME_TOO_LARGE, "A frame has at most 16 KiB.");
      }
      frame = ClientFrame.parse(text);
    } catch (Refusal refusal) {
      inOrder(
          false,
          () -> {
            if (attendance != null) {
              connection.send(frames.error(refusal, null, null));
            }
          });
      return;
    }
    // The only one that reads the database.
    inOrder(frame.type().equals("sync"), () -> answerOrRefuse(frame));
  }

  private void answerOrRefuse(ClientFrame frame) {
    if (attendance == null) {
      return;
    }
    try {
      attendance.heard();
      answer(frame);
    } catch (Refusal refusal) {
      connection.send(frames.error(refusal, frame.roomIdOrNull(), frame.clientIdOrNull()));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A frame of " + connection.memberId() + " failed", e);
      Refusal refusal = new Refusal(CommonError.INTERNAL, "Something went wrong on our side.");
      connection.send(frames.error(refusal, frame.roomIdOrNull(), frame.clientIdOrNull()));
    }
  }

  private void answer(ClientFrame frame) {
    switch (frame.type()) {
      case "sync" -> liveRooms.sync(attendance, frame.rooms());
      case "send" -> send(frame);
      case "read" -> readMarks.mark(attendance, frame.roomId(), frame.seq());
      case "look" -> liveRooms.look(attendance, frame.roomIdOrNone());
      case "typing" -> liveRooms.typing(attendance, frame.roomId());
      case "ping" -> connection.send(frames.pong());
      default ->
          throw new Refusal(
              ChatError.UNKNOWN_FRAME, "Known types are sync, send, read, look, typing and ping.");
    }
    if (!frame.type().equals("ping")) {
      liveRooms.release(attendance);
    }
  }

  private void send(ClientFrame frame) {
    UUID roomId = frame.roomId();
    Draft draft = new Draft(frame.clientId(), frame.text(), frame.imageId());
    if (unacknowledged.incrementAndGet() > MOST_UNACKNOWLEDGED) {
      unacknowledged.decrementAndGet();
      throw new Refusal(
          CommonError.TOO_MANY_REQUESTS,
          "Wait for an ack: at most " + MOST_UNACKNOWLEDGED + " messages may be on their way.");
    }
    sendQueue.send(
        roomId,
        new Post(connection.memberId(), draft),
        outcome -> {
          unacknowledged.decrementAndGet();
          connection.send(answer(roomId, draft.clientId(), outcome));
        });
  }

  private String answer(UUID roomId, String clientId, Outcome outcome) {
    return outcome.refusal() == null
        ? frames.ack(roomId, clientId, outcome.receipt().seq(), outcome.receipt().at())
        : frames.error(outcome.refusal(), roomId, clientId);
  }

  /** The line is broken or the client broke the protocol; {@link #onClose} follows. */
  @Override
  public void onError(Session session, Throwable failure) {
    LOG.log(Level.DEBUG, "A socket failed", failure);
  }

  /** The connection is gone. */
  @Override
  public void onClose(Session session, CloseReason reason) {
    closed = true;
    Attendance gone = attendance;
    if (gone != null) {
      connection.closed();
      liveRooms.leave(gone);
    }
    synchronized (work) {
      work.clear();
    }
  }

  /**
   * One after the other, on a thread with the service's context: this one, unless something is
   * before it or it may block.
   */
  private void inOrder(boolean mayBlock, Runnable task) {
    boolean here = false;
    synchronized (work) {
      if (closed) {
        return;
      }
      if (work.size() >= MOST_FRAMES_WAITING) {
        SocketConnection flooded = connection;
        if (flooded != null) {
          flooded.close(CloseCodes.VIOLATED_POLICY, "too many frames");
        }
        return;
      }
      if (mayBlock || working) {
        work.add(task);
      } else {
        here = true;
      }
      if (working) {
        return;
      }
      working = true;
    }
    if (here) {
      try {
        task.run();
      } finally {
        goOn();
      }
    } else {
      background.run(this::workThrough);
    }
  }

  /** What came during the work. */
  private void goOn() {
    synchronized (work) {
      if (work.isEmpty()) {
        working = false;
        return;
      }
    }
    background.run(this::workThrough);
  }

  private void workThrough() {
    while (true) {
      Runnable task;
      synchronized (work) {
        task = work.poll();
        if (task == null) {
          working = false;
          return;
        }
      }
      task.run();
    }
  }
}
