package kr.gonggu.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the operator chose, as {@code -Dname=value}.
 *
 * @param market where the market is
 * @param data the data folder with which it runs
 * @param seconds how long each line is measured
 * @param only names of the lines to run; empty means all
 */
record Options(URI market, Path data, Duration seconds, Set<String> only) {

  private static final String DEFAULT_FOLDER = ".gonggu-benchmark";

  /**
   * @param property looks up a system property
   * @throws BenchmarkException for a value that cannot be meant
   */
  static Options of(UnaryOperator<String> property) {
    return new Options(
        market(given(property, "market", "http://localhost:9080")),
        folder(given(property, "data", "~/" + DEFAULT_FOLDER), property.apply("user.home")),
        seconds(given(property, "seconds", "8")),
        Arrays.stream(given(property, "only", "").split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static String given(UnaryOperator<String> property, String name, String otherwise) {
    String value = property.apply(name);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }

  private static URI market(String text) {
    try {
      URI uri = URI.create(text);
      if ("http".equals(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new BenchmarkException("-Dmarket must look like http://host:port.");
  }

  /** A shell leaves the tilde in {@code -Ddata=~/market} as it is. */
  private static Path folder(String text, String home) {
    return Path.of(text.startsWith("~/") ? home + text.substring(1) : text)
        .toAbsolutePath()
        .normalize();
  }

  private static Duration seconds(String text) {
    if (text.matches("[1-9]\\d{0,2}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    throw new BenchmarkException("-Dseconds must be a number from 1 to 999.");
  }

  /** Whether a line is wanted. */
  boolean wants(String line) {
    return only.isEmpty() || only.contains(line);
  }
}
