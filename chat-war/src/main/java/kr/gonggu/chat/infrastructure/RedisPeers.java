package kr.gonggu.chat.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kr.gonggu.chat.application.LiveRooms;
import kr.gonggu.chat.domain.Background;
import kr.gonggu.chat.domain.Peers;
import kr.gonggu.chat.domain.Signal;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The other instances through Redis publish/subscribe: one channel, one thread that tells and one
 * that hears. While Redis is away nothing is kept to be told later, since the database has it all:
 * whoever hears again asks the database first.
 */
@ApplicationScoped
public class RedisPeers implements Peers {

  private static final Logger LOG = System.getLogger(RedisPeers.class.getName());

  private static final int MOST_WAITING = 10_000;
  private static final int MOST_AT_ONCE = 200;
  private static final Duration RETRY_PAUSE = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration DEAF = HEARTBEAT.multipliedBy(3);

  /** Of this instance: what it told itself it has delivered already. */
  private final String self = UUID.randomUUID().toString();

  private final BlockingQueue<Signal> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Jsonb jsonb = JsonbBuilder.create();
  private volatile Ear ear;

  @Inject Redis redis;
  @Inject LiveRooms liveRooms;
  @Inject Background background;
  @Resource ManagedThreadFactory threads;

  void start() {
    run("chat-peers-hear", this::hear);
    run("chat-peers-tell", this::tell);
    background.runAfter(HEARTBEAT, this::heartbeat);
  }

  private void run(String name, Runnable work) {
    Thread thread = threads.newThread(work);
    thread.setName(name);
    thread.setDaemon(true);
    thread.start();
  }

  void stop() {
    stopped.countDown();
    Ear hearing = ear;
    if (hearing != null) {
      hearing.cut();
    }
  }

  // ---- tell ---------------------------------------------------------------------------------

  @Override
  public void tell(Signal signal) {
    if (!waiting.offer(signal)) {
      LOG.log(Level.DEBUG, "Too much to tell; the others find it in the database");
    }
  }

  private void tell() {
    while (running()) {
      try (Jedis jedis = redis.connect()) {
        tell(jedis);
      } catch (JedisException e) {
        LOG.log(Level.DEBUG, "Cannot tell the other instances: {0}", e.getMessage());
        waiting.clear();
        pause(RETRY_PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void tell(Jedis jedis) throws InterruptedException {
    String channel = redis.named("chat");
    List<Signal> batch = new ArrayList<>();
    while (running()) {
      Signal first = waiting.poll(1, TimeUnit.SECONDS);
      if (first == null) {
        continue;
      }
      batch.add(first);
      waiting.drainTo(batch, MOST_AT_ONCE - 1);
      Pipeline pipeline = jedis.pipelined();
      batch.forEach(signal -> pipeline.publish(channel, self + jsonb.toJson(signal)));
      pipeline.sync();
      batch.clear();
    }
  }

  // ---- hear ---------------------------------------------------------------------------------

  private void hear() {
    boolean complained = false;
    while (running()) {
      try (Jedis jedis = redis.connect()) {
        Ear hearing = new Ear(jedis);
        ear = hearing;
        complained = false;
        jedis.subscribe(hearing, redis.named("chat"));
      } catch (JedisException e) {
        if (running() && !complained) {
          complained = true;
          LOG.log(
              Level.WARNING,
              "Redis is away; members of other instances see messages late: {0}",
              e.getMessage());
        }
      } finally {
        ear = null;
      }
      pause(RETRY_PAUSE);
    }
  }

  /** One subscription. */
  private final class Ear extends JedisPubSub {
    private final Jedis jedis;
    private volatile long lastSound = System.nanoTime();
    private volatile boolean subscribed;

    Ear(Jedis jedis) {
      this.jedis = jedis;
    }

    @Override
    public void onSubscribe(String channel, int subscribedChannels) {
      subscribed = true;
      LOG.log(Level.INFO, "Hears the other instances");
      // What was told before this moment nobody heard.
      background.run(() -> reconcile(liveRooms::reconcileAll));
    }

    @Override
    public void onMessage(String channel, String message) {
      lastSound = System.nanoTime();
      if (message.startsWith(self)) {
        return;
      }
      try {
        liveRooms.heard(jsonb.fromJson(message.substring(self.length()), Signal.class));
      } catch (JsonbException | IndexOutOfBoundsException e) {
        LOG.log(Level.WARNING, "Another instance says what is not understood: {0}", e.getMessage());
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "Could not deliver what another instance said", e);
      }
    }

    @Override
    public void onPong(String pattern) {
      lastSound = System.nanoTime();
    }

    /** Says something, so that a dead line is noticed; cuts it when nothing has come for long. */
    void check() {
      if (System.nanoTime() - lastSound > DEAF.toNanos()) {
        LOG.log(Level.WARNING, "Redis is silent; connects anew");
        cut();
      } else if (subscribed) {
        try {
          ping();
        } catch (JedisException e) {
          cut();
        }
      }
    }

    void cut() {
      jedis.disconnect();
    }
  }

  @Override
  public boolean reachable() {
    Ear hearing = ear;
    return hearing != null && hearing.subscribed;
  }

  private void heartbeat() {
    if (!running()) {
      return;
    }
    Ear hearing = ear;
    if (hearing != null) {
      hearing.check();
    }
    reconcile(liveRooms::renewLooks);
    reconcile(liveRooms::reconcile);
    background.runAfter(HEARTBEAT, this::heartbeat);
  }

  private static void reconcile(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, "Could not tell or find what was missed, tries again: {0}", e.toString());
    }
  }

  private boolean running() {
    return stopped.getCount() > 0;
  }

  private void pause(Duration duration) {
    try {
      if (stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(Level.DEBUG, "The service stops");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }
}
