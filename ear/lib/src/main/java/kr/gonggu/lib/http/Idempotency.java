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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.ErrorCode;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.event.TransientFailure;
import kr.gonggu.lib.service.ServiceRuntime;

/**
 * The same request sent twice happens once: the first answer is stored in the commit of its effect
 * and given again for 24 hours, also to a twin that arrives at the same time (after the IETF draft
 * "The Idempotency-Key HTTP Header Field").
 *
 * <p>A refusal by a rule is an answer too and is given again; a failure of ours is none, and the
 * next attempt begins anew.
 */
public final class Idempotency {

  private static final Duration REMEMBERED = Duration.ofHours(24);
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");
  private static final int ATTEMPTS = 10;

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
   * outside a transaction; use cases inside join it.
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
    if (key == null || !KEY.matcher(key).matches()) {
      throw Refusal.field(
          CommonError.IDEMPOTENCY_KEY_REQUIRED,
          "Idempotency-Key",
          "must have 1 to 64 printable characters");
    }
    String hash = hash(operation + "\n" + (request == null ? "" : JSONB.toJson(request)));
    for (int attempt = 1; ; attempt++) {
      try {
        return runtime.callInTransaction(() -> claim(member, key, hash, answerType, effect));
      } catch (EffectRefused refused) {
        storeRefusal(member, key, hash, refused.refusal);
        throw refused.refusal;
      } catch (RuntimeException e) {
        if (!TransientFailure.isLockConflict(e) || attempt == ATTEMPTS) {
          throw e;
        }
        runtime.pause(
            Duration.ofMillis(ThreadLocalRandom.current().nextLong(5, 10L + 15L * attempt)));
      }
    }
  }

  private <T> T claim(
      UUID member, String key, String hash, Class<T> answerType, Supplier<T> effect) {
    // A twin that is at work holds this row until it commits, and this insert waits for it.
    if (insert(member, key, hash) == 0) {
      Object[] known = find(member, key);
      if (known != null && !expired(toLocal(known[3]))) {
        return again(known, hash, answerType);
      }
      delete(member, key);
      insert(member, key, hash);
    }
    T answer;
    try {
      answer = effect.get();
    } catch (Refusal refusal) {
      throw new EffectRefused(refusal);
    }
    entityManager
        .createNativeQuery(
            "UPDATE idempotency SET answer = ?1 WHERE member_id = ?2 AND idempotency_key = ?3")
        .setParameter(1, JSONB.toJson(answer))
        .setParameter(2, member.toString())
        .setParameter(3, key)
        .executeUpdate();
    return answer;
  }

  private static <T> T again(Object[] known, String hash, Class<T> answerType) {
    if (!Objects.equals(known[0], hash)) {
      throw new Refusal(
          CommonError.IDEMPOTENCY_KEY_REUSED,
          "This Idempotency-Key belongs to a different request: use a new one.");
    }
    if (known[2] != null) {
      StoredRefusal stored = JSONB.fromJson((String) known[2], StoredRefusal.class);
      throw new Refusal(
          new StoredCode(stored.code(), ErrorCode.Kind.valueOf(stored.kind()), stored.title()),
          stored.detail());
    }
    return JSONB.fromJson((String) known[1], answerType);
  }

  private void storeRefusal(UUID member, String key, String hash, Refusal refusal) {
    if (refusal.code().kind() == ErrorCode.Kind.UNAVAILABLE
        || refusal.code().kind() == ErrorCode.Kind.TOO_MANY_REQUESTS) {
      return;
    }
    String json =
        JSONB.toJson(
            new StoredRefusal(
                refusal.code().name(),
                refusal.code().kind().name(),
                refusal.code().title(),
                refusal.getMessage()));
    runtime.inTransaction(
        () -> {
          insert(member, key, hash);
          entityManager
              .createNativeQuery(
                  "UPDATE idempotency SET refusal = ?1 WHERE member_id = ?2 AND idempotency_key ="
                      + " ?3 AND request_hash = ?4 AND answer IS NULL")
              .setParameter(1, json)
              .setParameter(2, member.toString())
              .setParameter(3, key)
              .setParameter(4, hash)
              .executeUpdate();
        });
  }

  private int insert(UUID member, String key, String hash) {
    return entityManager
        .createNativeQuery(
            "INSERT IGNORE INTO idempotency (member_id, idempotency_key, request_hash, created_at)"
                + " VALUES (?1, ?2, ?3, ?4)")
        .setParameter(1, member.toString())
        .setParameter(2, key)
        .setParameter(3, hash)
        .setParameter(4, Timestamp.from(clock.instant()))
        .executeUpdate();
  }

  private Object[] find(UUID member, String key) {
    List<?> rows =
        entityManager
            .createNativeQuery(
                "SELECT request_hash, answer, refusal, created_at FROM idempotency WHERE member_id"
                    + " = ?1 AND idempotency_key = ?2")
            .setParameter(1, member.toString())
            .setParameter(2, key)
            .getResultList();
    return rows.isEmpty() ? null : (Object[]) rows.get(0);
  }

  private void delete(UUID member, String key) {
    entityManager
        .createNativeQuery("DELETE FROM idempotency WHERE member_id = ?1 AND idempotency_key = ?2")
        .setParameter(1, member.toString())
        .setParameter(2, key)
        .executeUpdate();
  }

  private boolean expired(LocalDateTime created) {
    Instant since = created.toInstant(ZoneOffset.UTC);
    return since.isBefore(clock.instant().minus(REMEMBERED));
  }

  private static LocalDateTime toLocal(Object column) {
    return column instanceof Timestamp timestamp
        ? LocalDateTime.ofInstant(timestamp.toInstant(), ZoneOffset.UTC)
        : (LocalDateTime) column;
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells a refusal of the effect from one of the key itself. */
  private static final class EffectRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    EffectRefused(Refusal refusal) {
      super(null, null, false, false);
      this.refusal = refusal;
    }
  }

  /** A refusal as it is stored. */
  public record StoredRefusal(String code, String kind, String title, String detail) {}

  private record StoredCode(String name, Kind kind, String title) implements ErrorCode {}
}
