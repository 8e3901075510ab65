package kr.gonggu.lib.http;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.ErrorCode;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.error.Violation;
import kr.gonggu.lib.persistence.LockConflicts;
import kr.gonggu.lib.service.ServiceRuntime;

/**
 * The same request sent twice happens once: the first answer is stored in the commit of its effect
 * and given again for 24 hours, also to a twin that arrives at the same time (after the IETF draft
 * "The Idempotency-Key HTTP Header Field").
 *
 * <p>A refusal by a rule is an answer too and is given again. A failure of ours is none, nor is
 * "sign in", "not so fast" or "later": the next attempt begins anew.
 */
public final class Idempotency {

  private static final Duration REMEMBERED = Duration.ofHours(24);
  private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,64}");

  private static final Set<ErrorCode.Kind> NO_ANSWER =
      Set.of(
          ErrorCode.Kind.UNAUTHENTICATED,
          ErrorCode.Kind.TOO_MANY_REQUESTS,
          ErrorCode.Kind.INTERNAL,
          ErrorCode.Kind.UNAVAILABLE);

  // Thread-safe by specification, and expensive to build.
  private static final Jsonb JSONB = JsonbBuilder.create();

  private final ServiceRuntime runtime;
  private final EntityManager entityManager;
  private final Clock clock;

  /**
   * @param runtime of the service
   * @param entityManager the service's transaction-scoped entity manager
   * @param clock the service's clock
   */
  public Idempotency(ServiceRuntime runtime, EntityManager entityManager, Clock clock) {
    this.runtime = runtime;
    this.entityManager = entityManager;
    this.clock = clock;
  }

  /**
   * Runs an effect once per member and key, in one transaction with its stored answer. Call it
   * outside a transaction; use cases inside join it. When the database chooses that transaction as
   * the victim of a deadlock the effect is run again, so it must not reach outside the database.
   *
   * @param member who asks
   * @param key header {@code Idempotency-Key}, or null
   * @param operation names the operation and what it is about, for example {@code join <dealId>}
   * @param request the body; its JSON decides whether two requests are the same
   * @param answerType record that JSON-B can write and read
   * @param effect what to do the first time
   * @return the first answer
   * @throws Refusal {@code IDEMPOTENCY_KEY_REQUIRED} without a well-formed key, {@code
   *     IDEMPOTENCY_KEY_REUSED} when the key came with another request, or the first refusal
   */
  public <T> T once(
      UUID member,
      String key,
      String operation,
      Object request,
      Class<T> answerType,
      Supplier<T> effect) {
    Claim claim = claim(member, key, operation, request, null);
    return once(
        claim,
        () -> {
          T answer = effect.get();
          store(claim, JSONB.toJson(answer));
          return answer;
        },
        stored -> JSONB.fromJson(stored, answerType));
  }

  /**
   * Runs an effect once per member and key like {@link #once(UUID, String, String, Object, Class,
   * Supplier)}, where the first answer can be found again by an id that is known beforehand. The id
   * is stored with the claim, so that the effect, under whose locks others may wait, ends with
   * nothing left to write.
   *
   * @param id of what the effect makes
   * @param effect what to do the first time
   * @param again finds the first answer by the id of what was made
   * @return the first answer
   * @throws Refusal as above
   */
  public <T> T once(
      UUID member,
      String key,
      String operation,
      Object request,
      UUID id,
      Supplier<T> effect,
      Function<UUID, T> again) {
    return once(
        claim(member, key, operation, request, JSONB.toJson(id)),
        effect,
        stored -> again.apply(JSONB.fromJson(stored, UUID.class)));
  }

  private static Claim claim(
      UUID member, String key, String operation, Object request, String answer) {
    if (key == null || key.isBlank() || !KEY.matcher(key).matches()) {
      throw Refusal.field(
          CommonError.IDEMPOTENCY_KEY_REQUIRED,
          "Idempotency-Key",
          "must have 1 to 64 printable characters");
    }
    return new Claim(member.toString(), key, hash(operation, request), answer, null);
  }

  private <T> T once(Claim claim, Supplier<T> effect, Function<String, T> again) {
    Outcome<T> outcome;
    try {
      outcome = withoutConflict(() -> outcome(claim, () -> unlessRefused(effect), again));
    } catch (EffectRefused refused) {
      if (NO_ANSWER.contains(refused.refusal.code().kind())) {
        throw refused.refusal;
      }
      // The effect is rolled back, and the claim with it. What is stored first now – this refusal,
      // or what a waiting twin got meanwhile – is the answer for all.
      Claim refusal = claim.refused(JSONB.toJson(StoredRefusal.of(refused.refusal)));
      outcome =
          withoutConflict(
              () -> outcome(refusal, () -> new Outcome<>(null, refused.refusal), again));
    }
    if (outcome.refusal() != null) {
      throw outcome.refusal();
    }
    return outcome.answer();
  }

  private <T> T withoutConflict(Supplier<T> work) {
    return LockConflicts.retried(() -> runtime.callInTransaction(work));
  }

  private static <T> Outcome<T> unlessRefused(Supplier<T> effect) {
    try {
      return new Outcome<>(effect.get(), null);
    } catch (Refusal refusal) {
      throw new EffectRefused(refusal);
    }
  }

  /** What is stored for the key, or what the first does. */
  private <T> Outcome<T> outcome(
      Claim claim, Supplier<Outcome<T>> first, Function<String, T> again) {
    if (make(claim)) {
      return first.get();
    }
    Object[] row = read(claim);
    String answer = (String) row[1];
    String refusal = (String) row[2];
    if (Objects.equals(answer, claim.answer()) && Objects.equals(refusal, claim.refusal())) {
      // A key that was forgotten is this transaction's own now: nobody else's claim looks like it,
      // or can be seen without an answer.
      return first.get();
    }
    if (!claim.hash().equals(row[0])) {
      return new Outcome<>(
          null,
          new Refusal(
              CommonError.IDEMPOTENCY_KEY_REUSED,
              "This Idempotency-Key belongs to a different request: use a new one."));
    }
    return refusal == null
        ? new Outcome<>(again.apply(answer), null)
        : new Outcome<>(null, JSONB.fromJson(refusal, StoredRefusal.class).refusal());
  }

  /**
   * Makes the row of the key this transaction's, after a twin at work has committed.
   *
   * @return true when the key is new; most are, and need no second statement
   */
  private boolean make(Claim claim) {
    Timestamp now = Timestamp.from(clock.instant());
    Timestamp forgotten = Timestamp.from(clock.instant().minus(REMEMBERED));
    return entityManager
            .createNativeQuery(
                "INSERT INTO idempotency"
                    + " (member_id, idempotency_key, request_hash, answer, refusal, created_at)"
                    + " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON DUPLICATE KEY UPDATE"
                    + " answer = IF(created_at < ?7, ?4, answer),"
                    + " refusal = IF(created_at < ?7, ?5, refusal),"
                    + " request_hash = IF(created_at < ?7, ?3, request_hash),"
                    // Last, since the others look at it. Always changed, by next to nothing: a row
                    // left as it was would be counted like a new one.
                    + " created_at = IF(created_at < ?7, ?6, created_at + INTERVAL 1 MICROSECOND)")
            .setParameter(1, claim.member())
            .setParameter(2, claim.key())
            .setParameter(3, claim.hash())
            .setParameter(4, claim.answer())
            .setParameter(5, claim.refusal())
            .setParameter(6, now)
            .setParameter(7, forgotten)
            .executeUpdate()
        == 1;
  }

  private Object[] read(Claim claim) {
    List<?> rows =
        entityManager
            .createNativeQuery(
                "SELECT request_hash, answer, refusal FROM idempotency"
                    + " WHERE member_id = ?1 AND idempotency_key = ?2")
            .setParameter(1, claim.member())
            .setParameter(2, claim.key())
            .getResultList();
    return (Object[]) rows.get(0);
  }

  private void store(Claim claim, String answer) {
    entityManager
        .createNativeQuery(
            "UPDATE idempotency SET answer = ?1 WHERE member_id = ?2 AND idempotency_key = ?3")
        .setParameter(1, answer)
        .setParameter(2, claim.member())
        .setParameter(3, claim.key())
        .executeUpdate();
  }

  private static String hash(String operation, Object request) {
    String text = operation + "\n" + (request == null ? "" : JSONB.toJson(request));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param answer JSON that is known already, or null
   * @param refusal likewise
   */
  private record Claim(String member, String key, String hash, String answer, String refusal) {

    Claim refused(String refusal) {
      return new Claim(member, key, hash, null, refusal);
    }
  }

  private record Outcome<T>(T answer, Refusal refusal) {}

  /** Tells a refusal of the effect from one of the key itself. */
  private static final class EffectRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    EffectRefused(Refusal refusal) {
      super(null, null, false, false);
      this.refusal = refusal;
    }
  }

  /** A refusal as it is stored; public for JSON-B. */
  public record StoredRefusal(
      String code, String kind, String title, String detail, List<Violation> violations) {

    static StoredRefusal of(Refusal refusal) {
      return new StoredRefusal(
          refusal.code().name(),
          refusal.code().kind().name(),
          refusal.code().title(),
          refusal.getMessage(),
          refusal.violations());
    }

    Refusal refusal() {
      return new Refusal(
          new StoredCode(code, ErrorCode.Kind.valueOf(kind), title),
          detail,
          violations == null ? List.of() : violations);
    }
  }

  private record StoredCode(String name, Kind kind, String title) implements ErrorCode {}
}
