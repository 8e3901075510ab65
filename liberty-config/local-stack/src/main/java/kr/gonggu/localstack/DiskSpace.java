package kr.gonggu.localstack;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether there is room for what is about to be written; several needs may meet on one disk. */
final class DiskSpace {

  private static final long MEBI = 1024L * 1024;

  /**
   * Something that is about to be written.
   *
   * @param folder where, which need not exist yet
   * @param mebibytes at most how much
   */
  record Need(Path folder, long mebibytes) {}

  /** Tells which disk a folder is on, and how much of it is free. */
  interface Disks {

    /** What is equal for folders on the same disk. */
    Object disk(Path folder) throws IOException;

    /** Bytes that this user may still write. */
    long free(Path folder) throws IOException;
  }

  /** The machine's own. */
  static final Disks REAL =
      new Disks() {
        @Override
        public FileStore disk(Path folder) throws IOException {
          return Files.getFileStore(folder);
        }

        @Override
        public long free(Path folder) throws IOException {
          return Files.getFileStore(folder).getUsableSpace();
        }
      };

  private DiskSpace() {}

  /**
   * @throws StackException when a disk has too little room
   */
  static void check(List<Need> needs, Disks disks) {
    Map<Object, List<Need>> perDisk = new LinkedHashMap<>();
    try {
      for (Need need : needs) {
        Object disk = disks.disk(existing(need.folder()));
        perDisk.computeIfAbsent(disk, key -> new ArrayList<>()).add(need);
      }
      for (List<Need> together : perDisk.values()) {
        Path folder = together.get(0).folder();
        long needed = together.stream().mapToLong(Need::mebibytes).sum();
        long free = disks.free(existing(folder)) / MEBI;
        if (free < needed) {
          throw new StackException(
              "Only %d MiB are free on the disk of %s and %d are needed: make room there, or choose another data folder with -Ddata=…."
                  .formatted(free, folder, needed));
        }
      }
    } catch (IOException e) {
      throw new StackException(
          "It cannot be told how much room is left on the disk (%s).".formatted(e.getMessage()), e);
    }
  }

  private static Path existing(Path folder) {
    Path found = folder.toAbsolutePath();
    while (!Files.exists(found) && found.getParent() != null) {
      found = found.getParent();
    }
    return found;
  }
}
