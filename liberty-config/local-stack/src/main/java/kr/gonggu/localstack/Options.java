package kr.gonggu.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the operator chose: {@code -Dname=value}, or the environment where a password should not
 * stand in a command line.
 *
 * @param host address the market listens on
 * @param port its port
 * @param data data folder
 * @param fresh whether to begin with an empty market
 * @param mysql a server the operator runs, as {@code mysql://user:password@host:port}
 * @param kafka a broker the operator runs, as {@code host:port}
 * @param redis a server the operator runs, as {@code redis://host:port}
 */
record Options(
    String host,
    int port,
    Path data,
    boolean fresh,
    Optional<URI> mysql,
    Optional<String> kafka,
    Optional<String> redis) {

  private static final int DEFAULT_PORT = 9080;

  /**
   * @param property looks up a system property
   * @param environment the process's environment
   * @throws StackException for a value that cannot be meant
   */
  static Options of(UnaryOperator<String> property, Map<String, String> environment) {
    return new Options(
        value(property, environment, "host", "GONGGU_HTTP_HOST").orElse("127.0.0.1"),
        port(value(property, environment, "port", "GONGGU_HTTP_PORT")),
        value(property, environment, "data", "GONGGU_DATA")
            .map(Path::of)
            .orElse(Path.of(property.apply("user.home"), ".gonggu-market"))
            .toAbsolutePath()
            .normalize(),
        value(property, environment, "fresh", "GONGGU_FRESH")
            .filter(text -> !text.equals("false"))
            .isPresent(),
        value(property, environment, "mysql", "GONGGU_MYSQL").map(Options::mysqlUri),
        value(property, environment, "kafka", "GONGGU_KAFKA").map(Options::hostAndPort),
        value(property, environment, "redis", "GONGGU_REDIS").map(Options::redisUri));
  }

  private static Optional<String> value(
      UnaryOperator<String> property,
      Map<String, String> environment,
      String name,
      String variable) {
    String value = property.apply(name);
    return Optional.ofNullable(value == null ? environment.get(variable) : value)
        .filter(text -> !text.isBlank() || name.equals("fresh"));
  }

  private static int port(Optional<String> text) {
    try {
      int port = text.map(Integer::parseInt).orElse(DEFAULT_PORT);
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new StackException("-Dport must be a number from 1 to 65535.");
  }

  private static URI mysqlUri(String text) {
    URI uri = uri(text, "-Dmysql must look like mysql://user:password@host:port.");
    if (!"mysql".equals(uri.getScheme())
        || uri.getHost() == null
        || uri.getUserInfo() == null
        || !uri.getUserInfo().contains(":")) {
      throw new StackException("-Dmysql must look like mysql://user:password@host:port.");
    }
    return uri;
  }

  private static String redisUri(String text) {
    String form = "-Dredis must look like redis://host:port.";
    URI uri = uri(text, form);
    if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().startsWith("redis")) {
      throw new StackException(form);
    }
    return text;
  }

  private static String hostAndPort(String text) {
    if (!text.matches("[^\\s:,]+:\\d{1,5}(,[^\\s:,]+:\\d{1,5})*")) {
      throw new StackException("-Dkafka must look like host:port.");
    }
    return text;
  }

  private static URI uri(String text, String form) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      // The text may hold a password, so it is not repeated.
      throw new StackException(form);
    }
  }
}
