package kr.gonggu.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on loopback, from below the range that the system gives to outgoing connections: a server
 * that is stopped for a while, as fault tests do, would otherwise find its port taken by somebody's
 * outgoing connection – even by that of a client which tries to reach the very server and, by
 * simultaneous open, ends up connected to itself.
 */
public final class FreePorts {

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 1_000;

  private FreePorts() {}

  /** A port that nothing listened on a moment ago. */
  public static int next() {
    int outgoing = lowestOutgoing();
    int highest = outgoing > LOWEST + ATTEMPTS ? Math.min(outgoing, HIGHEST) : HIGHEST;
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, highest);
      if (isFree(port)) {
        return port;
      }
    }
    throw new StackException(
        "No free port was found between %d and %d: end what listens there."
            .formatted(LOWEST, highest));
  }

  /** Whether nothing listens on a port, on any address of this machine. */
  public static boolean isFree(int port) {
    return canBind(new InetSocketAddress(port))
        && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address, 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** First port of outgoing connections, ip(7); other systems begin far above. */
  private static int lowestOutgoing() {
    try {
      String range = Files.readString(Path.of("/proc/sys/net/ipv4/ip_local_port_range"));
      return Integer.parseInt(range.strip().split("\\s+", 2)[0]);
    } catch (IOException | NumberFormatException e) {
      return HIGHEST;
    }
  }
}
