package kr.gonggu.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One member's open socket in one room. Reads on the thread of {@link ChatClients}; sends on any.
 */
final class ChatClient {

  private static final String TOO_SLOW = "closed: too slow";

  private static final byte[] MESSAGE = ascii("{\"type\":\"message\"");
  private static final byte[] NOTICE = ascii("{\"type\":\"notice\"");
  private static final byte[] SYNCED = ascii("{\"type\":\"synced\"");
  private static final byte[] ERROR = ascii("{\"type\":\"error\"");
  private static final byte[] SEQ = ascii("\"seq\":");
  private static final byte[] CLIENT_ID = ascii("\"clientId\":\"");

  private final UUID room;
  private volatile SocketChannel channel;
  private WebSocketFrames frames = new WebSocketFrames();
  private final ByteBuffer in;
  private final AtomicReference<String> failure = new AtomicReference<>();
  private volatile boolean synced;
  private volatile long lastSeq;
  private volatile long digest;
  private boolean inOrder = true;

  /** Hears of every message, on the reading thread. */
  interface Listener {

    /**
     * A message has come.
     *
     * @param seq its number in the room
     * @param clientId hash of the sender's name for it
     * @param sentNanos when it was to be sent, as the sender wrote into that name
     */
    void message(ChatClient client, long seq, long clientId, long sentNanos);
  }

  private ChatClient(UUID room, SocketChannel channel, ByteBuffer in) {
    this.room = room;
    this.channel = channel;
    this.in = in;
  }

  /**
   * Opens a socket with a ticket and asks for everything in the room.
   *
   * @param in read into by all clients of one thread in turn
   */
  static ChatClient open(URI market, String ticket, UUID room, ByteBuffer in) throws IOException {
    ChatClient client = new ChatClient(room, connect(market, ticket), in);
    client.enter();
    return client;
  }

  /**
   * Opens another socket in place of one that the market closed, and asks for what is missing, as
   * the app does.
   */
  void comeBack(URI market, String ticket) throws IOException {
    channel.close();
    channel = connect(market, ticket);
    frames = new WebSocketFrames();
    synced = false;
    failure.set(null);
    enter();
  }

  private void enter() throws IOException {
    channel.configureBlocking(false);
    send("{\"type\":\"sync\",\"rooms\":{\"" + room + "\":" + lastSeq + "}}");
    // Everybody has the room in view; whoever has not is called by push besides.
    send("{\"type\":\"look\",\"roomId\":\"" + room + "\"}");
  }

  private static SocketChannel connect(URI market, String ticket) throws IOException {
    int port = market.getPort() < 0 ? 80 : market.getPort();
    SocketChannel channel = SocketChannel.open(new InetSocketAddress(market.getHost(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    String request =
        "GET /api/chat/socket?frames=several&ticket="
            + ticket
            + " HTTP/1.1\r\nHost: "
            + market.getHost()
            + ":"
            + port
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    channel.write(ByteBuffer.wrap(ascii(request)));
    handshake(channel);
    return channel;
  }

  /** Byte by byte, so that no frame is taken along. */
  private static void handshake(SocketChannel channel) throws IOException {
    StringBuilder head = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (head.indexOf("\r\n\r\n") < 0) {
      if (channel.read(one) < 0) {
        throw new EOFException("The market closed the socket");
      }
      head.append((char) one.flip().get());
      one.clear();
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException("The socket was refused: " + head.toString().lines().findFirst());
    }
  }

  void register(Selector selector) throws IOException {
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  UUID room() {
    return room;
  }

  boolean synced() {
    return synced;
  }

  /** Number of the newest entry that came. */
  long lastSeq() {
    return lastSeq;
  }

  /** Of numbers and names of all messages in the order in which they came. */
  long digest() {
    return digest;
  }

  /** Continues a {@link #digest}. */
  static long digest(long before, long seq, long clientId) {
    return (before * 31 + seq) * 31 + clientId;
  }

  /** Whether the market closed the socket because this reader did not keep up. */
  boolean leftBehind() {
    return TOO_SLOW.equals(failure.get());
  }

  /** What went wrong, or null. */
  String failure() {
    return failure.get();
  }

  /** Sends a message. */
  void say(String clientId, String text) {
    send(
        "{\"type\":\"send\",\"roomId\":\""
            + room
            + "\",\"clientId\":\""
            + clientId
            + "\",\"text\":\""
            + text
            + "\"}");
  }

  /** Says that everything up to a number is read. */
  void read(long seq) {
    send("{\"type\":\"read\",\"roomId\":\"" + room + "\",\"seq\":" + seq + "}");
  }

  private void send(String text) {
    write(WebSocketFrames.masked(WebSocketFrames.TEXT, text.getBytes(StandardCharsets.UTF_8)));
  }

  private synchronized void write(ByteBuffer frame) {
    try {
      while (frame.hasRemaining()) {
        if (channel.write(frame) == 0) {
          Thread.onSpinWait();
        }
      }
    } catch (IOException e) {
      failure.compareAndSet(null, "socket: " + e.getMessage());
    }
  }

  /** Reads what there is. */
  void readable(Listener listener) throws IOException {
    in.clear();
    int read = channel.read(in);
    if (read < 0) {
      failure.compareAndSet(null, "socket closed by the market");
      channel.close();
      return;
    }
    frames.feed(in.flip(), (opcode, bytes, from, to) -> frame(opcode, bytes, from, to, listener));
  }

  private void frame(int opcode, byte[] bytes, int from, int to, Listener listener) {
    switch (opcode) {
      case WebSocketFrames.TEXT -> texts(bytes, from, to, listener);
      case WebSocketFrames.PING ->
          write(WebSocketFrames.masked(WebSocketFrames.PONG, Arrays.copyOfRange(bytes, from, to)));
      case WebSocketFrames.CLOSE ->
          failure.compareAndSet(
              null,
              "closed: "
                  + (to - from > 2
                      ? new String(bytes, from + 2, to - from - 2, StandardCharsets.UTF_8)
                      : ""));
      default -> {
        // a pong
      }
    }
  }

  /** One object, or an array of several. */
  private void texts(byte[] bytes, int from, int to, Listener listener) {
    if (from == to || bytes[from] != '[') {
      text(bytes, from, to, listener);
      return;
    }
    int depth = 0;
    int begin = from;
    boolean quoted = false;
    for (int i = from + 1; i < to; i++) {
      switch (bytes[i]) {
        case '"' -> quoted = !quoted;
        case '\\' -> i++;
        case '{' -> {
          if (!quoted && depth++ == 0) {
            begin = i;
          }
        }
        case '}' -> {
          if (!quoted && --depth == 0) {
            text(bytes, begin, i + 1, listener);
          }
        }
        default -> {
          // inside an object
        }
      }
    }
  }

  private void text(byte[] bytes, int from, int to, Listener listener) {
    if (starts(bytes, from, to, MESSAGE)) {
      long seq = number(bytes, find(bytes, from, to, SEQ), to);
      int id = find(bytes, from, to, CLIENT_ID);
      long hash = 0;
      long sent = 0;
      boolean time = false;
      for (int i = id; i < to && bytes[i] != '"'; i++) {
        hash = hash * 31 + bytes[i];
        // name.nanoseconds
        if (bytes[i] == '.') {
          time = true;
        } else if (time) {
          sent = sent * 10 + bytes[i] - '0';
        }
      }
      follow(seq);
      digest = digest(digest, seq, hash);
      listener.message(this, seq, hash, sent);
    } else if (starts(bytes, from, to, NOTICE)) {
      follow(number(bytes, find(bytes, from, to, SEQ), to));
    } else if (starts(bytes, from, to, SYNCED)) {
      synced = true;
    } else if (starts(bytes, from, to, ERROR)) {
      failure.compareAndSet(null, new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }
  }

  private void follow(long seq) {
    if (seq != lastSeq + 1 && inOrder) {
      inOrder = false;
      failure.compareAndSet(null, "number " + seq + " came after " + lastSeq);
    }
    lastSeq = seq;
  }

  /** Same as for a frame: the hash of a client id. */
  static long hash(String clientId) {
    long hash = 0;
    for (byte b : ascii(clientId)) {
      hash = hash * 31 + b;
    }
    return hash;
  }

  private static boolean starts(byte[] bytes, int from, int to, byte[] wanted) {
    return to - from >= wanted.length && matches(bytes, from, wanted);
  }

  private static boolean matches(byte[] bytes, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where what follows the wanted bytes begins; the end when they are not there. */
  private static int find(byte[] bytes, int from, int to, byte[] wanted) {
    for (int i = from; i <= to - wanted.length; i++) {
      if (matches(bytes, i, wanted)) {
        return i + wanted.length;
      }
    }
    return to;
  }

  private static long number(byte[] bytes, int from, int to) {
    long number = 0;
    for (int i = from; i < to && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
      number = number * 10 + bytes[i] - '0';
    }
    return number;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
