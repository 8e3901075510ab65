package kr.gonggu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

  private ServerSocket server;
  private HttpConnection connection;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    connection = new HttpConnection(URI.create("http://127.0.0.1:" + server.getLocalPort()));
  }

  @AfterEach
  void close() throws IOException {
    connection.close();
    server.close();
  }

  /** Each list is a connection, each element an answer. */
  private void answer(List<List<String>> answers) {
    Thread thread =
        new Thread(
            () -> {
              try {
                for (List<String> each : answers) {
                  try (Socket socket = server.accept()) {
                    BufferedReader in =
                        new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                    for (String answer : each) {
                      while (!in.readLine().isEmpty()) {
                        // the request's head
                      }
                      socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                    }
                  }
                }
              } catch (IOException e) {
                // The test has ended.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private HttpConnection.Answer get() throws IOException {
    return connection.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsAnswersOneAfterTheOtherFromOneConnection() throws IOException {
    answer(
        List.of(
            List.of(
                "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n감귤",
                "HTTP/1.1 409 Conflict\r\ntransfer-encoding: chunked\r\n\r\n"
                    + "9\r\n{\"code\":\"\r\n0b\r\nDEAL_FULL\"}\r\n0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n")));

    assertThat(get().text()).isEqualTo("감귤");
    assertThat(get().problem()).isEqualTo("409 DEAL_FULL");
    assertThat(get().status()).isEqualTo(204);
  }

  @Test
  void opensAnewAfterAnAnswerThatWasTheLast() throws IOException {
    answer(
        List.of(
            List.of("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\na"),
            List.of("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nb")));

    assertThat(get().text()).isEqualTo("a");
    assertThat(get().text()).isEqualTo("b");
  }
}
