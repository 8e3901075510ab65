package kr.gonggu.chat.infrastructure;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.util.JedisURIHelper;

/** The way to Redis. Connections are opened when they are needed; Redis may be away at any time. */
@ApplicationScoped
public class Redis {

  private static final int CONNECT_MILLIS = 1_000;
  private static final int ANSWER_MILLIS = 2_000;
  private static final int MOST_CONNECTIONS = 16;

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
    pool.setMaxWait(Duration.ofMillis(ANSWER_MILLIS));
    pool.setTestWhileIdle(false);
    pooled =
        RedisClient.builder()
            .hostAndPort(JedisURIHelper.getHostAndPort(uri))
            .clientConfig(settings())
            .poolConfig(pool)
            .build();
  }

  /** One command on a pooled connection. */
  <T> T call(Function<RedisClient, T> command) {
    return command.apply(pooled);
  }

  /** A connection of the caller's own, open. */
  Jedis connect() {
    HostAndPort address = JedisURIHelper.getHostAndPort(uri);
    Jedis jedis = new Jedis(address, settings());
    jedis.connect();
    return jedis;
  }

  /** A name of ours among others on the same Redis. */
  String named(String name) {
    return prefix + name;
  }

  private JedisClientConfig settings() {
    return DefaultJedisClientConfig.builder()
        .resp2()
        .connectionTimeoutMillis(CONNECT_MILLIS)
        .socketTimeoutMillis(ANSWER_MILLIS)
        .user(JedisURIHelper.getUser(uri))
        .password(JedisURIHelper.getPassword(uri))
        .database(JedisURIHelper.getDBIndex(uri))
        .sslOptions(JedisURIHelper.isRedisSSLScheme(uri) ? SslOptions.defaults() : null)
        .build();
  }

  @PreDestroy
  void close() {
    pooled.close();
  }
}
