package kr.gonggu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatClientTest {

  private static final UUID ROOM = Ids.deal(1);

  private final List<Long> seqs = new ArrayList<>();
  private final List<Long> sent = new ArrayList<>();
  private ServerSocket server;
  private Socket line;
  private ChatClient client;

  @BeforeEach
  void connect() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    CompletableFuture<Socket> accepted = CompletableFuture.supplyAsync(this::accept);
    client =
        ChatClient.open(
            URI.create("http://127.0.0.1:" + server.getLocalPort()),
            "ticket",
            ROOM,
            ByteBuffer.allocateDirect(256));
    line = accepted.join();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    line.close();
    server.close();
  }

  private Socket accept() {
    try {
      Socket socket = server.accept();
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      assertThat(head).startsWith("GET /api/chat/socket?frames=several&ticket=ticket HTTP/1.1\r\n");
      socket
          .getOutputStream()
          .write("HTTP/1.1 101 Switching Protocols\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return socket;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The market sends frames, and the client reads until the last of them has come. */
  private void receive(String... frames) throws IOException {
    for (String frame : frames) {
      byte[] payload = frame.getBytes(StandardCharsets.UTF_8);
      ByteBuffer bytes = ByteBuffer.allocate(payload.length + 4);
      bytes.put((byte) 0x81).put((byte) 126).putShort((short) payload.length).put(payload);
      line.getOutputStream().write(bytes.array());
    }
    try (Selector selector = Selector.open()) {
      client.register(selector);
      while (!client.synced()) {
        selector.select(1_000);
        client.readable(
            (reader, seq, clientId, sentNanos) -> {
              seqs.add(seq);
              sent.add(sentNanos);
            });
        selector.selectedKeys().clear();
      }
    }
  }

  private static String message(long seq, String clientId) {
    return "{\"type\":\"message\",\"roomId\":\"%s\",\"seq\":%d,\"sender\":{\"id\":\"%s\",\"nickname\":\"이웃\"},\"text\":\"봬요!\",\"at\":\"2026-11-23T00:00:00Z\",\"clientId\":\"%s\"}"
        .formatted(ROOM, seq, Ids.member(1), clientId);
  }

  private static String notice(long seq) {
    return "{\"type\":\"notice\",\"roomId\":\"%s\",\"seq\":%d,\"kind\":\"JOINED\"}"
        .formatted(ROOM, seq);
  }

  private static final String SYNCED = "{\"type\":\"synced\",\"rooms\":{}}";

  @Test
  void readsNumbersAndTimesOfMessages() throws IOException {
    receive(notice(1), message(2, "1-0.77"), message(3, "1-1.1234567890123"), SYNCED);

    assertThat(seqs).containsExactly(2L, 3L);
    assertThat(sent).containsExactly(77L, 1_234_567_890_123L);
    assertThat(client.lastSeq()).isEqualTo(3);
    assertThat(client.failure()).isNull();
  }

  @Test
  void readsSeveralObjectsOfOneFrame() throws IOException {
    receive(
        "[%s,%s,%s]"
            .formatted(
                notice(1),
                message(2, "1-0.77").replace("봬요!", "}],{\\\"[\\\\"),
                message(3, "1-1.78")),
        SYNCED);

    assertThat(seqs).containsExactly(2L, 3L);
    assertThat(sent).containsExactly(77L, 78L);
    assertThat(client.failure()).isNull();
  }

  @Test
  void sumsUpWhatCameAsWhatIsStoredIsSummedUp() throws IOException {
    receive(message(1, "1-0.5"), message(2, "1-1.6"), SYNCED);

    long stored = ChatClient.digest(0, 1, ChatClient.hash("1-0.5"));
    stored = ChatClient.digest(stored, 2, ChatClient.hash("1-1.6"));
    assertThat(client.digest()).isEqualTo(stored);
  }

  @Test
  void noticesAGapInTheNumbers() throws IOException {
    receive(message(1, "1-0.5"), message(3, "1-1.6"), SYNCED);

    assertThat(client.failure()).isEqualTo("number 3 came after 1");
  }

  @Test
  void noticesARefusal() throws IOException {
    receive("{\"type\":\"error\",\"code\":\"TOO_MANY_REQUESTS\"}", SYNCED);

    assertThat(client.failure()).contains("TOO_MANY_REQUESTS");
  }
}
