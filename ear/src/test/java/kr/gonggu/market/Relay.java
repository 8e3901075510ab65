package kr.gonggu.market;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be cut, as by a network that fails, and mended. */
final class Relay {

  private final String host;
  private final int target;
  private final int port;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

  /** Opens the way. */
  Relay(String host, int target) {
    this.host = host;
    this.target = target;
    port = listen(0);
  }

  int port() {
    return port;
  }

  /** Ends every connection; new ones are refused. */
  void cut() {
    open.forEach(Relay::close);
    open.clear();
  }

  /** Lets new connections through again. */
  void mend() {
    listen(port);
  }

  private int listen(int wanted) {
    try {
      ServerSocket server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      open.add(server);
      start(() -> accept(server));
      return server.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket server) {
    try {
      while (true) {
        Socket near = server.accept();
        Socket far = new Socket(host, target);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        open.add(near);
        open.add(far);
        start(() -> pump(near, far));
        start(() -> pump(far, near));
      }
    } catch (IOException e) {
      close(server);
    }
  }

  private void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Either end has hung up.
    } finally {
      for (Socket socket : new Socket[] {from, to}) {
        close(socket);
        open.remove(socket);
      }
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Closeable one) {
    try {
      one.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
