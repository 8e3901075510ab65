package kr.gonggu.member.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.Password;
import kr.gonggu.member.domain.PasswordHash;
import kr.gonggu.member.domain.PasswordHashing;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes with Argon2id, 19 MiB, two passes, one lane: the parameters that the OWASP Password
 * Storage Cheat Sheet recommends at present. When they rise here, each member's hash follows at
 * their next sign-in.
 *
 * <p>As many hashes as there are processors run at once ({@code gonggu.member.hashing.slots}),
 * since more would not be faster and each takes its 19 MiB; the others wait their turn, but not for
 * ever.
 */
@ApplicationScoped
public class Argon2PasswordHashing implements PasswordHashing {

  private static final Argon2id PRESENT = new Argon2id(19_456, 2, 1);
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  /** What somebody who does not exist is compared with. */
  private static final String NOBODY = PRESENT.phc(new byte[SALT_BYTES], new byte[HASH_BYTES]);

  private final SecureRandom random = new SecureRandom();
  private final Semaphore slots;

  /** For the container. */
  protected Argon2PasswordHashing() {
    slots = new Semaphore(0);
  }

  /**
   * @param slots hashes at once; as many as there are processors when not configured
   */
  @Inject
  public Argon2PasswordHashing(
      @ConfigProperty(name = "gonggu.member.hashing.slots") Optional<Integer> slots) {
    this.slots =
        new Semaphore(slots.orElseGet(() -> Runtime.getRuntime().availableProcessors()), true);
  }

  @Override
  public PasswordHash hash(Password password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = inSlot(() -> PRESENT.hash(password.value(), salt, HASH_BYTES));
    return new PasswordHash(PRESENT.phc(salt, hash));
  }

  @Override
  public boolean matches(Password password, PasswordHash hash) {
    return matches(password, hash.phc());
  }

  @Override
  public void matchNobody(Password password) {
    matches(password, NOBODY);
  }

  private boolean matches(Password password, String phc) {
    Argon2id.Stored stored = Argon2id.parse(phc);
    return inSlot(() -> stored.matches(password.value()));
  }

  @Override
  public boolean outdated(PasswordHash hash) {
    return !Argon2id.parse(hash.phc()).parameters().equals(PRESENT);
  }

  private <T> T inSlot(Supplier<T> work) {
    try {
      if (!slots.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      slots.release();
    }
  }

  private static Refusal busy() {
    return new Refusal(CommonError.UNAVAILABLE, "Too many sign in at once; try again soon.")
        .withRetryAfter(RETRY_AFTER);
  }
}
