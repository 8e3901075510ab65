package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.gonggu.push.application.LiveInboxes;
import kr.gonggu.push.domain.Background;
import kr.gonggu.push.domain.Peers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * The other instances through Redis publish/subscribe: {@code <instance> <member> <member> …}. A
 * message says whose inbox has changed and nothing else; it may be lost, repeated or late.
 */
@ApplicationScoped
public class RedisPeers implements Peers {

  private static final Logger LOG = System.getLogger(RedisPeers.class.getName());

  private static final int CONNECT_MILLIS = 1_000;
  private static final int ANSWER_MILLIS = 2_000;
  private static final int MEMBERS_PER_MESSAGE = 500;
  private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

  /** Of this instance, which woke its own streams already. */
  private final String self = UUID.randomUUID().toString();

  private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean telling = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Subscription subscription;
  private Jedis teller;

  @Inject
  @ConfigProperty(name = "gonggu.redis.uri")
  URI uri;

  @Inject
  @ConfigProperty(name = "gonggu.redis.prefix")
  String prefix;

  @Inject LiveInboxes live;
  @Inject Background background;

  void stop() {
    stopped.countDown();
    Subscription current = subscription;
    if (current != null) {
      current.cut();
    }
  }

  /** To be called about every 20 s: notices a line that is dead without having ended. */
  void beat() {
    Subscription current = subscription;
    if (current != null) {
      current.check();
    }
  }

  @Override
  public boolean reachable() {
    Subscription current = subscription;
    return current != null && current.open;
  }

  @Override
  public void changed(Collection<UUID> members) {
    waiting.addAll(members);
    tellSoon();
  }

  private void tellSoon() {
    if (telling.compareAndSet(false, true)) {
      background.run(this::tell);
    }
  }

  private void tell() {
    try {
      while (!waiting.isEmpty()) {
        String message = message();
        if (teller == null) {
          teller = connect();
        }
        teller.publish(channel(), message);
      }
    } catch (JedisException e) {
      LOG.log(Level.DEBUG, "Cannot tell the other instances: {0}", e.getMessage());
      // They look into the database as soon as they hear again.
      waiting.clear();
      forgetTeller();
    } finally {
      if (stopped.getCount() == 0) {
        forgetTeller();
      }
      telling.set(false);
    }
    if (!waiting.isEmpty()) {
      tellSoon();
    }
  }

  private String message() {
    StringJoiner message = new StringJoiner(" ");
    message.add(self);
    int count = 0;
    for (Iterator<UUID> each = waiting.iterator();
        each.hasNext() && count < MEMBERS_PER_MESSAGE;
        count++) {
      message.add(each.next().toString());
      each.remove();
    }
    return message.toString();
  }

  private void forgetTeller() {
    if (teller != null) {
      teller.disconnect();
      teller = null;
    }
  }

  /** Hears the others until {@link #stop()}; wants a thread of its own. */
  void hear() {
    boolean complained = false;
    while (stopped.getCount() > 0) {
      try (Jedis jedis = connect()) {
        Subscription current = new Subscription(jedis);
        subscription = current;
        complained = false;
        jedis.subscribe(current, channel());
      } catch (JedisException e) {
        if (stopped.getCount() > 0 && !complained) {
          complained = true;
          LOG.log(
              Level.WARNING,
              "Redis is away: what other instances add is seen here at the next heartbeat only"
                  + " ({0})",
              e.getMessage());
        }
      } finally {
        subscription = null;
      }
      pause();
    }
  }

  private void heard(String message) {
    List<String> words = Arrays.asList(message.split(" "));
    if (words.get(0).equals(self)) {
      return;
    }
    try {
      live.wake(words.stream().skip(1).map(UUID::fromString).toList());
    } catch (IllegalArgumentException e) {
      LOG.log(Level.WARNING, "Another instance says what is not understood: {0}", e.getMessage());
    }
  }

  private void pause() {
    try {
      boolean stopping = stopped.await(RETRY_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      LOG.log(Level.TRACE, "Paused, stopping: {0}", stopping);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }

  private Jedis connect() {
    Jedis jedis =
        new Jedis(
            JedisURIHelper.getHostAndPort(uri),
            DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(CONNECT_MILLIS)
                .socketTimeoutMillis(ANSWER_MILLIS)
                .user(JedisURIHelper.getUser(uri))
                .password(JedisURIHelper.getPassword(uri))
                .database(JedisURIHelper.getDBIndex(uri))
                // Publish and subscribe need nothing of the newer protocol.
                .autoNegotiateProtocol(false)
                .sslOptions(JedisURIHelper.isRedisSSLScheme(uri) ? SslOptions.defaults() : null)
                .build());
    jedis.connect();
    return jedis;
  }

  private String channel() {
    return prefix + "push:changed";
  }

  /** One subscription, from connecting to the end of the line. */
  private final class Subscription extends JedisPubSub {

    private final Jedis jedis;
    private volatile boolean open;
    private volatile boolean answered = true;

    Subscription(Jedis jedis) {
      this.jedis = jedis;
    }

    @Override
    public void onSubscribe(String channel, int subscribedChannels) {
      open = true;
      LOG.log(Level.INFO, "Hears the other instances");
      // What was told before this moment nobody heard.
      live.wakeAll();
    }

    @Override
    public void onMessage(String channel, String message) {
      answered = true;
      heard(message);
    }

    @Override
    public void onPong(String pattern) {
      answered = true;
    }

    void check() {
      if (!answered) {
        LOG.log(Level.WARNING, "Redis is silent; connects anew");
        cut();
      } else if (open) {
        answered = false;
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
}
