package kr.gonggu.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the operator chose: {@code -Dname=value}, or the environment with the names that the
 * services themselves know, since a password should not stand in a command line.
 *
 * @param host address the market listens on
 * @param port its port
 * @param data data folder
 * @param fresh whether to begin with an empty market
 * @param demo whether the market has demo data; empty when nothing was said
 * @param mysql a server the operator runs
 * @param kafka a broker the operator runs, as {@code host:port}, or several with commas
 * @param redis a server the operator runs, as {@code redis://user:password@host:port}
 */
record Options(
    String host,
    int port,
    Path data,
    boolean fresh,
    Optional<Boolean> demo,
    Optional<OwnMysql> mysql,
    Optional<String> kafka,
    Optional<URI> redis) {

  static final String MYSQL_FORM = "-Dmysql must look like mysql://user:password@host:port.";
  static final String KAFKA_FORM = "-Dkafka must look like host:port.";
  static final String REDIS_FORM = "-Dredis must look like redis://host:port.";
  static final String FLAG_FORM = "%s must be true or false (also: yes, no, on, off, 1, 0).";
  static final String PORT_FORM = "-Dport must be a number from 1 to 65535.";

  private static final int DEFAULT_PORT = 9080;
  private static final int MYSQL_PORT = 3306;
  private static final String DEFAULT_FOLDER = ".gonggu-market";

  /**
   * Reads the options; a property wins over the environment.
   *
   * @param property looks up a system property
   * @param environment the process's environment
   * @throws StackException for a value that cannot be meant; it repeats none, since it may hold a
   *     password
   */
  static Options of(UnaryOperator<String> property, Map<String, String> environment) {
    return new Options(
        value(property, "host", environment, "GONGGU_HTTP_HOST").orElse("127.0.0.1"),
        value(property, "port", environment, "GONGGU_HTTP_PORT")
            .map(text -> port(text, PORT_FORM))
            .orElse(DEFAULT_PORT),
        folder(value(property, "data", environment, "GONGGU_DATA"), property.apply("user.home")),
        flag(property, "fresh", environment, "GONGGU_FRESH").orElse(false),
        flag(property, "demo", environment, "GONGGU_DEMO"),
        mysql(property.apply("mysql"), environment),
        value(property, "kafka", environment, "GONGGU_KAFKA_BOOTSTRAP").map(Options::hostAndPort),
        value(property, "redis", environment, "GONGGU_REDIS_URI").map(Options::redisUri));
  }

  /**
   * Whether the market is one to look around in: as the operator says; else when all its servers
   * are started here, since what others run may be in earnest, and it was one from its first start.
   *
   * @param begun whether demo data was begun in the data folder
   * @param first whether nothing is stored in it yet
   */
  boolean wantsDemo(boolean begun, boolean first) {
    boolean allOurs = mysql.isEmpty() && kafka.isEmpty() && redis.isEmpty();
    return demo.orElse(allOurs && (begun || first));
  }

  /**
   * The environment that makes the services use what the operator chose.
   *
   * @param started environment of the servers that are started here
   * @param keys folder of the signing keys
   */
  Map<String, String> environment(Map<String, String> started, Path keys) {
    Map<String, String> environment = new LinkedHashMap<>(started);
    mysql.ifPresent(
        own -> {
          // Loopback's choice; for another server the operator's own, or the services' default.
          environment.remove("GONGGU_MYSQL_TLS");
          environment.putAll(own.environment());
        });
    kafka.ifPresent(own -> environment.put("GONGGU_KAFKA_BOOTSTRAP", own));
    redis.ifPresent(own -> environment.put("GONGGU_REDIS_URI", own.toString()));
    environment.put("GONGGU_KEYS_FOLDER", keys.toString());
    // As a proper URI, whatever characters the folder's name has.
    environment.put(
        "MP_JWT_VERIFY_PUBLICKEY_LOCATION", keys.resolve("jwks.json").toUri().toString());
    environment.put("GONGGU_HTTP_HOST", host);
    return environment;
  }

  /** Port of the Redis the operator runs. */
  static int redisPort(URI redis) {
    return redis.getPort() < 0 ? 6379 : redis.getPort();
  }

  private static Optional<String> value(
      UnaryOperator<String> property,
      String name,
      Map<String, String> environment,
      String variable) {
    return given(property.apply(name)).or(() -> given(environment.get(variable)));
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
  }

  /**
   * Yes or no. Of a bare {@code -Dfresh} Maven makes {@code true}. What is empty says nothing, as a
   * property ({@code -Dfresh=$UNSET}) and as a variable: a fresh start deletes data.
   *
   * @return empty when nothing was said
   */
  private static Optional<Boolean> flag(
      UnaryOperator<String> property,
      String name,
      Map<String, String> environment,
      String variable) {
    return given(property.apply(name))
        .map(text -> yes(text, "-D" + name))
        .or(() -> given(environment.get(variable)).map(text -> yes(text, variable)));
  }

  private static boolean yes(String text, String option) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default -> throw new StackException(FLAG_FORM.formatted(option));
    };
  }

  /** A shell leaves the tilde in {@code -Ddata=~/market} as it is. */
  private static Path folder(Optional<String> text, String home) {
    return text.map(path -> path.startsWith("~/") ? home + path.substring(1) : path)
        .map(Path::of)
        .orElse(Path.of(home, DEFAULT_FOLDER))
        .toAbsolutePath()
        .normalize();
  }

  private static int port(String text, String form) {
    if (text.matches("\\d{1,5}")) {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65536) {
        return port;
      }
    }
    throw new StackException(form);
  }

  private static Optional<OwnMysql> mysql(String property, Map<String, String> environment) {
    Optional<String> text = given(property);
    if (text.isPresent()) {
      return text.map(Options::mysqlUri);
    }
    return given(environment.get("GONGGU_MYSQL_HOST"))
        .map(
            host ->
                new OwnMysql(
                    host,
                    given(environment.get("GONGGU_MYSQL_PORT"))
                        .map(port -> port(port, "GONGGU_MYSQL_PORT must be a port number."))
                        .orElse(MYSQL_PORT),
                    given(environment.get("GONGGU_MYSQL_USER")).orElse(MysqlServer.USER),
                    given(environment.get("GONGGU_MYSQL_PASSWORD")).orElse("")));
  }

  private static OwnMysql mysqlUri(String text) {
    URI uri = uri(text, MYSQL_FORM);
    String account = uri.getUserInfo();
    if (!"mysql".equals(uri.getScheme()) || uri.getHost() == null || account == null) {
      throw new StackException(MYSQL_FORM);
    }
    int colon = account.indexOf(':');
    if (colon < 1) {
      throw new StackException(MYSQL_FORM);
    }
    return new OwnMysql(
        uri.getHost(),
        uri.getPort() < 0 ? MYSQL_PORT : uri.getPort(),
        account.substring(0, colon),
        account.substring(colon + 1));
  }

  private static URI redisUri(String text) {
    URI uri = uri(text, REDIS_FORM);
    boolean redis = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
    if (!redis || uri.getHost() == null) {
      throw new StackException(REDIS_FORM);
    }
    return uri;
  }

  private static String hostAndPort(String text) {
    if (!text.matches("[^\\s:,]+:\\d{1,5}(,[^\\s:,]+:\\d{1,5})*")) {
      throw new StackException(KAFKA_FORM);
    }
    return text;
  }

  private static URI uri(String text, String form) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new StackException(form);
    }
  }
}
