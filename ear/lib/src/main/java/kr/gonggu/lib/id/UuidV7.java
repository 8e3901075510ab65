package kr.gonggu.lib.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Time-ordered ids (RFC 9562, section 5.7): index-friendly, and sortable by age as text and as
 * bytes. An id is no secret: the next one can be guessed.
 */
public final class UuidV7 {

  // Monotonic within this JVM, thread-safe.
  private static final TimeBasedEpochGenerator GENERATOR =
      Generators.timeBasedEpochGenerator(new SecureRandom(), new ForwardClock());

  private UuidV7() {}

  /** A new id, greater than all that this JVM made before. */
  public static UUID next() {
    return GENERATOR.generate();
  }

  /** Stands still while the system's clock is set back. */
  private static final class ForwardClock extends UUIDClock {

    private long latest;

    @Override
    public synchronized long currentTimeMillis() {
      latest = Math.max(latest, super.currentTimeMillis());
      return latest;
    }
  }
}
