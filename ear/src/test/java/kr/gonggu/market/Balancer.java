package kr.gonggu.market;

import static org.awaitility.Awaitility.await;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One address for several servers, as an operator puts it in front of them: requests go by the
 * service's path to one of its instances, sockets included.
 */
final class Balancer implements AutoCloseable {

  private static final int LONGEST_REQUEST_MILLIS = 30_000;

  private final Map<String, Pool> pools = new ConcurrentHashMap<>();
  private final Undertow undertow;

  /**
   * @param port on loopback
   * @param services as in {@code /api/<service>}
   */
  Balancer(int port, Set<String> services) {
    PathHandler paths = Handlers.path();
    for (String service : services) {
      Pool pool = new Pool();
      pools.put(service, pool);
      paths.addPrefixPath("/api/" + service, pool);
    }
    undertow =
        Undertow.builder()
            .addHttpListener(port, "127.0.0.1")
            .setIoThreads(2)
            .setWorkerThreads(4)
            .setHandler(paths)
            .build();
    undertow.start();
  }

  /** Sends requests to an instance from now on. */
  void admit(String service, URI server) {
    pools.get(service).client.addHost(address(service, server));
  }

  /** Sends no more requests to an instance, and returns when those under way have been answered. */
  void drain(String service, URI server) {
    Pool pool = pools.get(service);
    pool.client.removeHost(address(service, server));
    Set<HttpServerExchange> before = Set.copyOf(pool.underWay);
    await()
        .atMost(Duration.ofMillis(LONGEST_REQUEST_MILLIS))
        .until(() -> before.stream().noneMatch(pool.underWay::contains));
  }

  private static URI address(String service, URI server) {
    return URI.create(server + "/api/" + service);
  }

  @Override
  public void close() {
    undertow.stop();
  }

  /** The instances of one service. */
  private static final class Pool implements HttpHandler {
    private final LoadBalancingProxyClient client = new LoadBalancingProxyClient();
    private final Set<HttpServerExchange> underWay = ConcurrentHashMap.newKeySet();
    private final HttpHandler proxy =
        ProxyHandler.builder()
            .setProxyClient(client)
            .setMaxRequestTime(LONGEST_REQUEST_MILLIS)
            .build();

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
      underWay.add(exchange);
      exchange.addExchangeCompleteListener(
          (done, next) -> {
            underWay.remove(done);
            next.proceed();
          });
      proxy.handleRequest(exchange);
    }
  }
}
