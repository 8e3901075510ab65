package kr.gonggu.localstack;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Loads all classes of this package at once. The command runs from {@code target/classes}, which a
 * {@code mvn clean} beside the running market takes away, and would then lack the classes it needs
 * to end its children in order.
 */
final class OwnClasses {

  private OwnClasses() {}

  static void loadAll() {
    String folder = OwnClasses.class.getPackageName().replace('.', '/');
    try {
      Path classes =
          Path.of(OwnClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isDirectory(classes)) {
        return;
      }
      try (Stream<Path> files = Files.list(classes.resolve(folder))) {
        for (Path file : files.toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith(".class") && !name.equals("package-info.class")) {
            Class.forName(
                OwnClasses.class.getPackageName() + "." + name.replace(".class", ""),
                true,
                OwnClasses.class.getClassLoader());
          }
        }
      }
    } catch (IOException | URISyntaxException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
