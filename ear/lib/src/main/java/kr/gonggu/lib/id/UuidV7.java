package kr.gonggu.lib.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/**
 * Time-ordered ids (RFC 9562, section 5.7): index-friendly, and sortable by age as text and as
 * bytes.
 */
public final class UuidV7 {

  // Monotonic within this JVM, thread-safe.
  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private UuidV7() {}

  /** A new id, greater than all that this JVM made before. */
  public static UUID next() {
    return GENERATOR.generate();
  }
}
