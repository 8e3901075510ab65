package kr.gonggu.market;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.gonggu.localstack.FreePorts;
import kr.gonggu.localstack.LibertyServer;
import kr.gonggu.localstack.Software;
import kr.gonggu.localstack.TestStack;
import kr.gonggu.testkit.Http;

/**
 * Each WAR on Open Liberty servers of its own behind one load balancer, with schemas, topics and
 * keys of their own on the build's MySQL, Kafka and Redis.
 */
final class SeparateServers implements Market, AutoCloseable {

  private static final String HEAP = "192m";
  private static final Set<String> SERVICES = Set.of("member", "deal", "pay", "chat", "push");

  private final String name = TestStack.newName();
  private final Software software = new Software(TestStack.root());
  private final Path data = TestStack.root().resolve("ear/target/separate").resolve(name);
  private final Map<String, String> environment =
      TestStack.get().environment("gonggu_" + name + "_", name);
  private final int port = FreePorts.next();
  private final Balancer balancer = new Balancer(port, SERVICES);
  private final List<Instance> instances = new ArrayList<>();

  SeparateServers() {
    environment.put("GONGGU_KEYS_FOLDER", data.resolve("keys").toString());
    environment.put("GONGGU_ADMINS", Neighbour.OPERATOR);
    environment.put("GONGGU_RATE_LIMITS", "off");
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** One server with one service. */
  final class Instance {
    private final String service;
    private final LibertyServer server;

    private Instance(String service, int number) {
      this.service = service;
      this.server =
          new LibertyServer(
              software,
              service + "-" + number,
              data.resolve(service + "-" + number),
              TestStack.root().resolve("liberty-config").resolve(service),
              TestStack.root().resolve(service + "-war/target/" + service + "-war.war"),
              FreePorts.next(),
              HEAP,
              environment);
    }

    /** Starts it, and lets requests come once it says that it is ready. */
    void start() {
      server.start();
      balancer.admit(service, server.baseUri());
    }

    /** Lets no more requests come, waits for those under way, and ends it. */
    void stop() {
      balancer.drain(service, server.baseUri());
      server.stop();
    }
  }

  /**
   * Starts instances side by side, as many at once as there are cores on a small machine.
   *
   * @return them, ready
   */
  List<Instance> start(String... services) {
    List<Instance> started = new ArrayList<>();
    for (String service : services) {
      started.add(new Instance(service, instances.size() + started.size()));
    }
    instances.addAll(started);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> starts = new ArrayList<>();
      started.forEach(instance -> starts.add(threads.submit(instance::start)));
      for (Future<?> start : starts) {
        start.get();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
    }
    return started;
  }

  @Override
  public Http service(String service) {
    return Http.at(URI.create("http://127.0.0.1:" + port + "/api/" + service));
  }

  @Override
  public URI socket(String ticket) {
    return URI.create("ws://127.0.0.1:" + port + "/api/chat/socket?ticket=" + ticket);
  }

  @Override
  public void close() {
    instances.forEach(instance -> instance.server.stop());
    balancer.close();
  }
}
