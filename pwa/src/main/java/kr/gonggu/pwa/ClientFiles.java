package kr.gonggu.pwa;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The client's files inside this archive. Only what was found there at the start is ever opened, so
 * that no path, however written, leads to WEB-INF or out of the archive. They are about half a
 * megabyte together and stay in memory once asked for.
 */
final class ClientFiles {

  private static final String COMPRESSED = ".gz";

  private final ServletContext context;
  private final Set<String> paths = new HashSet<>();
  private final Map<String, ClientFile> read = new ConcurrentHashMap<>();

  ClientFiles(ServletContext context) {
    this.context = context;
    list("/");
  }

  /**
   * @param path from the archive's root, with a slash before it
   */
  Optional<ClientFile> find(String path) {
    if (!paths.contains(path) || path.endsWith(COMPRESSED)) {
      return Optional.empty();
    }
    return Optional.of(
        read.computeIfAbsent(
            path,
            known ->
                ClientFile.of(
                    known,
                    bytes(known),
                    paths.contains(known + COMPRESSED) ? bytes(known + COMPRESSED) : null)));
  }

  private void list(String folder) {
    Set<String> entries = context.getResourcePaths(folder);
    if (entries == null) {
      return;
    }
    for (String entry : entries) {
      if (entry.startsWith("/WEB-INF") || entry.startsWith("/META-INF")) {
        continue;
      }
      if (entry.endsWith("/")) {
        list(entry);
      } else {
        paths.add(entry);
      }
    }
  }

  private byte[] bytes(String path) {
    try (InputStream in = context.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException(path + " was listed and is not there");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
