package kr.gonggu.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What the deals' products look like, drawn by this project itself. */
final class Pictures {

  private static final Map<String, Picture> ALL = new TreeMap<>(FoodPictures.all());

  static {
    ALL.putAll(HousePictures.all());
  }

  private Pictures() {}

  /** Names of all drawings. */
  static Set<String> names() {
    return ALL.keySet();
  }

  /**
   * A drawing as PNG of {@value Pen#WIDTH} × {@value Pen#HEIGHT} pixels.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  static byte[] png(String name) {
    Picture picture = ALL.get(name);
    if (picture == null) {
      throw new IllegalArgumentException("Nobody has drawn " + name);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // In memory, since the plain stream writes a temporary file.
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(picture.draw(), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
