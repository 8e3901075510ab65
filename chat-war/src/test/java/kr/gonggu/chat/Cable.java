package kr.gonggu.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server that a test can cut and mend. */
final class Cable implements AutoCloseable {

  private final ServerSocket end;
  private final URI server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  /** A line to the server behind an address such as {@code redis://127.0.0.1:6379}. */
  Cable(URI server) {
    this.server = server;
    try {
      end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    begin(this::accept);
  }

  /** The address at this end of the line. */
  URI address() {
    return URI.create(server.getScheme() + "://127.0.0.1:" + end.getLocalPort());
  }

  /** Nothing goes through, and nothing new is connected. */
  void cut() {
    cut = true;
    open.forEach(Cable::quietly);
    open.clear();
  }

  /** New connections go through again. */
  void mend() {
    cut = false;
  }

  private void accept() {
    while (!end.isClosed()) {
      try {
        Socket near = end.accept();
        if (cut) {
          quietly(near);
          continue;
        }
        Socket far = new Socket(server.getHost(), server.getPort());
        open.add(near);
        open.add(far);
        begin(() -> copy(near, far));
        begin(() -> copy(far, near));
      } catch (IOException e) {
        // Closed, or the server is away: the client sees a closed connection.
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] some = new byte[8_192];
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        out.write(some, 0, n);
      }
    } catch (IOException e) {
      // Cut.
    }
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  private static void begin(Runnable work) {
    Thread thread = new Thread(work, "cable");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    cut();
    end.close();
  }
}
