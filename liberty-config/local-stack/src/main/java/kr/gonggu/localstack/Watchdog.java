package kr.gonggu.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A tiny shell in a session of its own that ends the children of a process which is gone without
 * having done so – also after kill -9. It needs no Java and reads nothing but the records.
 *
 * <p>It learns of the end through the pipe to its standard input: the system closes a process's
 * files however the process ends, so nothing has to be asked again and again, and an id that is
 * given to another process cannot mislead it.
 */
final class Watchdog {

  /** Field numbers as in {@link ProcessRecord}; {@code $1} is the folder of the records. */
  private static final String SCRIPT =
      """
      trap '' INT HUP TERM
      read -r end
      cd "$1" 2>/dev/null || exit 0

      birth() {
        [ -r /proc/self/stat ] || { kill -0 "$1" 2>/dev/null; return; }
        stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
        set -- ${stat##*) }
        case $1 in Z|X) return 1;; esac
        echo "${20}"
      }
      alive() {
        now=$(birth "$1") || return 1
        [ -z "$now" ] || [ "$now" = "${2%@*}" ]
      }
      for record in $(ls -t ./*.pid 2>/dev/null); do
        read -r pid birth < "$record"
        if alive "$pid" "$birth"; then
          kill -s TERM -- "-$pid" 2>/dev/null || kill -s TERM "$pid" 2>/dev/null
          seconds=0
          while alive "$pid" "$birth" && [ $seconds -lt 30 ]; do sleep 1; seconds=$((seconds + 1)); done
          alive "$pid" "$birth" && { kill -s KILL -- "-$pid" 2>/dev/null || kill -s KILL "$pid"; }
        fi
        rm -f "$record"
      done
      cd / && rmdir "$1" 2>/dev/null
      """;

  private Watchdog() {}

  /**
   * Watches over this process's children until this process ends.
   *
   * @param records folder of the children's records, read when it has ended
   */
  static void start(Path records) {
    try {
      new ProcessBuilder(
              ChildProcess.inOwnSession(
                  List.of("/bin/sh", "-c", SCRIPT, "gonggu-watchdog", records.toString())))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new StackException("/bin/sh could not be started (%s).".formatted(e.getMessage()), e);
    }
  }
}
