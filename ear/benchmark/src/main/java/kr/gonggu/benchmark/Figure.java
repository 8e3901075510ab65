package kr.gonggu.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * A figure of the 2022 system and what ours is to reach; {@code figures-2022.properties} says where
 * they come from.
 *
 * @param name short name of the line, for {@code -Donly}
 * @param title the work
 * @param perSecond in 2022; 0 where nothing was counted by the second
 * @param p99Millis in 2022; 0 where it was not taken
 * @param ratio by how much ours is to be faster; 0 where only correctness counts
 * @param correct what was wrong in 2022, or {@code yes}
 */
record Figure(
    String name, String title, double perSecond, double p99Millis, double ratio, String correct) {

  private static final Properties ALL = load();

  /**
   * @throws IllegalArgumentException when there is no such line
   */
  static Figure of(String name) {
    String title = ALL.getProperty(name + ".title");
    if (title == null) {
      throw new IllegalArgumentException(name);
    }
    return new Figure(
        name,
        title,
        number(name + ".perSecond"),
        number(name + ".p99Millis"),
        number(name + ".ratio"),
        ALL.getProperty(name + ".correct"));
  }

  private static double number(String key) {
    return Double.parseDouble(ALL.getProperty(key, "0"));
  }

  private static Properties load() {
    try (InputStream file = Figure.class.getResourceAsStream("figures-2022.properties");
        Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      Properties figures = new Properties();
      figures.load(reader);
      return figures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
