package kr.gonggu.member.infrastructure;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/** The way to Redis. Connections are opened when they are needed; Redis may be away at any time. */
@ApplicationScoped
public class Redis {

  private static final Logger LOG = System.getLogger(Redis.class.getName());
  private static final int CONNECT_MILLIS = 1_000;
  private static final int ANSWER_MILLIS = 2_000;
  private static final int MOST_CONNECTIONS = 16;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  @Inject
  @ConfigProperty(name = "gonggu.redis.uri", defaultValue = "redis://127.0.0.1:6379")
  URI uri;

  @Inject
  @ConfigProperty(name = "gonggu.redis.prefix", defaultValue = "gonggu:")
  String prefix;

  private RedisClient pooled;

  @PostConstruct
  void configure() {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(MOST_CONNECTIONS);
    pool.setMaxIdle(MOST_CONNECTIONS);
    pool.setMaxWait(Duration.ofMillis(ANSWER_MILLIS));
    pool.setTestWhileIdle(false);
    pooled =
        RedisClient.builder()
            .hostAndPort(JedisURIHelper.getHostAndPort(uri))
            .clientConfig(
                DefaultJedisClientConfig.builder()
                    .connectionTimeoutMillis(CONNECT_MILLIS)
                    .socketTimeoutMillis(ANSWER_MILLIS)
                    .user(JedisURIHelper.getUser(uri))
                    .password(JedisURIHelper.getPassword(uri))
                    .database(JedisURIHelper.getDBIndex(uri))
                    .sslOptions(JedisURIHelper.isRedisSSLScheme(uri) ? SslOptions.defaults() : null)
                    .build())
            .poolConfig(pool)
            .build();
  }

  /**
   * Commands on a pooled connection.
   *
   * @throws Refusal {@code UNAVAILABLE} while Redis does not answer
   */
  <T> T call(Function<RedisClient, T> commands) {
    try {
      return commands.apply(pooled);
    } catch (JedisException e) {
      LOG.log(Level.WARNING, "Redis does not do what it is asked: {0}", e.getMessage());
      throw new Refusal(CommonError.UNAVAILABLE, "Sessions are out of reach now; try again soon.")
          .withRetryAfter(RETRY_AFTER);
    }
  }

  /** Whether Redis answers. */
  boolean reachable() {
    try {
      return "PONG".equals(pooled.ping());
    } catch (JedisException e) {
      return false;
    }
  }

  /** A name of this service's among others on the same Redis. */
  String named(String name) {
    return prefix + "member:" + name;
  }

  @PreDestroy
  void close() {
    pooled.close();
  }
}
