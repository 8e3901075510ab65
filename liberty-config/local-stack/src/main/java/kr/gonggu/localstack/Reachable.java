package kr.gonggu.localstack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;

/** Whether a Kafka or a Redis that the operator runs is there. */
final class Reachable {

  private static final int CONNECT_MILLIS = 3000;

  private Reachable() {}

  /**
   * @param bootstrap {@code host:port}, or several with commas, of which one must answer
   * @throws StackException when none does
   */
  static void kafka(String bootstrap) {
    boolean any =
        Arrays.stream(bootstrap.split(",", -1))
            .anyMatch(
                address -> {
                  int colon = address.lastIndexOf(':');
                  return answers(
                      address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
                });
    if (!any) {
      throw none("Kafka", bootstrap);
    }
  }

  /**
   * @param redis address; what it holds of an account is not shown
   * @throws StackException when nothing answers there
   */
  static void redis(URI redis) {
    if (!answers(redis.getHost(), Options.redisPort(redis))) {
      throw none("Redis", redis.getHost() + ":" + Options.redisPort(redis));
    }
  }

  private static boolean answers(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static StackException none(String name, String address) {
    return new StackException(
        "%s does not answer at %s: start it there, or leave the option out and one is started for you."
            .formatted(name, address));
  }
}
