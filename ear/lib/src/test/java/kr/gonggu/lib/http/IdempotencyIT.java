package kr.gonggu.lib.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.ErrorCode;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.error.Violation;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.lib.persistence.TestSchema;
import kr.gonggu.lib.service.TestService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same request sent twice happens once, on a real MySQL. */
class IdempotencyIT {

  /** What is asked for. */
  public record Charge(long amount) {}

  /** What is answered. */
  public record Receipt(int number, long amount, Instant at) {}

  private static final UUID MEMBER = UUID.fromString("0192f0c1-2b7a-7c31-8f55-0e2f4a6b8c9d");
  private static final UUID NEIGHBOUR = UUID.fromString("0192f0c1-0000-7000-8000-000000000001");

  private final TestSchema schema = TestSchema.empty();
  private final HeldClock clock = new HeldClock();
  private final TestService service = TestService.silent(schema.dataSource(), clock).up();
  private final Idempotency idempotency = new Idempotency(service, service.entityManager(), clock);
  private final AtomicInteger effects = new AtomicInteger();

  @AfterEach
  void stop() throws InterruptedException {
    service.close();
  }

  private static final class HeldClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-23T01:02:03.456Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /** One effect leaves one row. */
  private Receipt charge(long amount) {
    int number = effects.incrementAndGet();
    execute("INSERT INTO secret (name, value) VALUES ('%d', 'x')".formatted(number));
    return new Receipt(number, amount, clock.instant());
  }

  private void execute(String sql) {
    service.entityManager().createNativeQuery(sql).executeUpdate();
  }

  private Receipt once(UUID member, String key, long amount) {
    return once(member, key, "charge", amount, () -> charge(amount));
  }

  private Receipt once(
      UUID member, String key, String operation, long amount, Supplier<Receipt> effect) {
    return idempotency.once(member, key, operation, new Charge(amount), Receipt.class, effect);
  }

  private Refusal refusal(Runnable work) {
    return catchThrowableOfType(Refusal.class, work::run);
  }

  @Test
  void theSameRequestHappensOnceAndGetsTheFirstAnswerAgain() {
    Receipt first = once(MEMBER, "key", 5000);
    clock.now = clock.now.plus(Duration.ofHours(23));

    assertThat(once(MEMBER, "key", 5000)).isEqualTo(first);

    assertThat(first).isEqualTo(new Receipt(1, 5000, Instant.parse("2026-11-23T01:02:03.456Z")));
    assertThat(schema.count("secret")).isEqualTo(1);
  }

  @Test
  void whatIsFoundByItsIdHappensOnceToo() {
    UUID id = UuidV7.next();
    List<UUID> asked = new ArrayList<>();
    Function<UUID, Receipt> send =
        made ->
            idempotency.once(
                MEMBER,
                "key",
                "send",
                new Charge(5000),
                made,
                () -> charge(5000),
                known -> {
                  asked.add(known);
                  return new Receipt(1, 5000, clock.instant());
                });

    Receipt first = send.apply(id);
    clock.now = clock.now.plus(Duration.ofHours(23));

    assertThat(asked).isEmpty();
    assertThat(send.apply(UuidV7.next()).number()).isEqualTo(first.number());
    assertThat(asked).containsExactly(id);
    assertThat(refusal(() -> once(MEMBER, "key", 4000)).code())
        .isEqualTo(CommonError.IDEMPOTENCY_KEY_REUSED);
    assertThat(schema.count("secret")).isEqualTo(1);

    clock.now = clock.now.plus(Duration.ofHours(2));

    assertThat(send.apply(UuidV7.next()).number()).isEqualTo(2);
  }

  @Test
  void twentyThatArriveAtOnceHappenOnce() throws Exception {
    int twins = 20;
    CyclicBarrier begin = new CyclicBarrier(twins);
    ExecutorService threads = Executors.newFixedThreadPool(twins);
    try {
      List<Future<Receipt>> answers = new ArrayList<>();
      for (int i = 0; i < twins; i++) {
        answers.add(
            threads.submit(
                () -> {
                  begin.await();
                  return once(MEMBER, "key", 5000);
                }));
      }
      for (Future<Receipt> answer : answers) {
        assertThat(answer.get(30, TimeUnit.SECONDS).number()).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(effects).hasValue(1);
    assertThat(schema.count("secret")).isEqualTo(1);
  }

  @Test
  void aTwinWaitsForTheAnswerOfTheFirst() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      List<Future<Receipt>> twin = new ArrayList<>();
      Receipt first =
          once(
              MEMBER,
              "key",
              "charge",
              5000,
              () -> {
                twin.add(threads.submit(() -> once(MEMBER, "key", 5000)));
                schema.awaitBlocked("INSERT INTO idempotency");
                return charge(5000);
              });

      assertThat(twin.get(0).get(30, TimeUnit.SECONDS)).isEqualTo(first);
      assertThat(effects).hasValue(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aKeyWithAnotherBodyOrForAnotherOperationIsRefused() {
    once(MEMBER, "key", 5000);

    Refusal body = refusal(() -> once(MEMBER, "key", 6000));
    Refusal operation = refusal(() -> once(MEMBER, "key", "withdraw", 5000, () -> charge(5000)));

    assertThat(body.code()).isEqualTo(CommonError.IDEMPOTENCY_KEY_REUSED);
    assertThat(body.code().kind().status()).isEqualTo(422);
    assertThat(operation.code()).isEqualTo(CommonError.IDEMPOTENCY_KEY_REUSED);
    assertThat(effects).hasValue(1);
    assertThat(once(MEMBER, "key", 5000).number()).as("the first answer stays").isEqualTo(1);
  }

  @Test
  void everyMemberHasKeysOfHisOwn() {
    assertThat(once(MEMBER, "key", 5000).number()).isEqualTo(1);
    assertThat(once(NEIGHBOUR, "key", 6000).number()).isEqualTo(2);
    assertThat(once(MEMBER, "Key", 6000).number()).as("keys are compared exactly").isEqualTo(3);
  }

  @Test
  void afterADayAKeyBeginsAnew() {
    once(MEMBER, "key", 5000);
    clock.now = clock.now.plus(Duration.ofHours(24)).plusMillis(1);

    assertThat(once(MEMBER, "key", 6000).number()).isEqualTo(2);
    assertThat(once(MEMBER, "key", 6000).number()).isEqualTo(2);
  }

  @Test
  void aRefusalIsAnAnswerToo() {
    Runnable refused =
        () ->
            once(
                MEMBER,
                "key",
                "charge",
                5000,
                () -> {
                  charge(5000);
                  throw new Refusal(
                      CommonError.CONFLICT,
                      "The wallet is closed.",
                      List.of(new Violation("amount", "cannot be charged")));
                });

    Refusal first = refusal(refused);
    Refusal again = refusal(refused);

    assertThat(effects).as("asked once").hasValue(1);
    assertThat(schema.count("secret")).as("and undone").isZero();
    for (Refusal refusal : List.of(first, again)) {
      assertThat(refusal.code().name()).isEqualTo("CONFLICT");
      assertThat(refusal.code().kind()).isEqualTo(ErrorCode.Kind.CONFLICT);
      assertThat(refusal.code().title()).isEqualTo(CommonError.CONFLICT.title());
      assertThat(refusal).hasMessage("The wallet is closed.");
      assertThat(refusal.violations())
          .containsExactly(new Violation("amount", "cannot be charged"));
    }
    assertThat(refusal(() -> once(MEMBER, "key", 1)).code())
        .isEqualTo(CommonError.IDEMPOTENCY_KEY_REUSED);
  }

  @ParameterizedTest
  @EnumSource(
      value = CommonError.class,
      names = {"UNAUTHENTICATED", "TOO_MANY_REQUESTS", "INTERNAL", "UNAVAILABLE"})
  void signInNotSoFastAndLaterAreNoAnswers(CommonError code) {
    Refusal refused =
        refusal(
            () ->
                once(
                    MEMBER,
                    "key",
                    "charge",
                    5000,
                    () -> {
                      throw new Refusal(code, "Not now.");
                    }));

    assertThat(refused.code()).isEqualTo(code);
    assertThat(once(MEMBER, "key", 5000).number()).isEqualTo(1);
  }

  @Test
  void aFailureOfOursIsNoAnswer() {
    AtomicBoolean broken = new AtomicBoolean(true);
    Supplier<Receipt> effect =
        () -> {
          Receipt receipt = charge(5000);
          if (broken.get()) {
            throw new IllegalStateException("broken");
          }
          return receipt;
        };
    assertThat(
            catchThrowableOfType(
                IllegalStateException.class, () -> once(MEMBER, "key", "charge", 5000, effect)))
        .hasMessage("broken");
    assertThat(schema.count("idempotency")).isZero();
    broken.set(false);

    assertThat(once(MEMBER, "key", "charge", 5000, effect).number()).isEqualTo(2);

    assertThat(schema.count("secret")).isEqualTo(1);
  }

  @Test
  void theVictimOfADeadlockHappensAllTheSameAndOnce() throws Exception {
    schema.execute("INSERT INTO secret (name, value) VALUES ('a', ''), ('b', '')");
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Receipt> first =
          threads.submit(() -> once(MEMBER, "key", "ab", 1, crossing("a", "b", bothHoldOne)));
      Future<Receipt> second =
          threads.submit(() -> once(NEIGHBOUR, "key", "ba", 1, crossing("b", "a", bothHoldOne)));
      first.get(30, TimeUnit.SECONDS);
      second.get(30, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }

    assertThat(effects).as("one was run again").hasValue(3);
    assertThat(schema.value("SELECT value FROM secret WHERE name = 'a'")).isEqualTo("xx");
    assertThat(schema.value("SELECT value FROM secret WHERE name = 'b'")).isEqualTo("xx");
  }

  /** Takes one row, and the other when somebody else has that. */
  private Supplier<Receipt> crossing(String one, String other, CyclicBarrier bothHoldOne) {
    AtomicBoolean met = new AtomicBoolean();
    return () -> {
      int number = effects.incrementAndGet();
      take(one);
      if (!met.getAndSet(true)) {
        meet(bothHoldOne);
      }
      take(other);
      return new Receipt(number, 1, clock.instant());
    };
  }

  private void take(String row) {
    execute("UPDATE secret SET value = CONCAT(value, 'x') WHERE name = '%s'".formatted(row));
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "12345678901234567890123456789012345678901234567890123456789012345",
        "tab\tbed",
        "귤"
      })
  void withoutAWellFormedKeyNothingHappens(String key) {
    Refusal refused = refusal(() -> once(MEMBER, key, 5000));

    assertThat(refused.code()).isEqualTo(CommonError.IDEMPOTENCY_KEY_REQUIRED);
    assertThat(refused.violations()).extracting(Violation::field).containsOnly("Idempotency-Key");
    assertThat(effects).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k",
        "{\"~ \"}",
        "1234567890123456789012345678901234567890123456789012345678901234"
      })
  void anyPrintableKeyWillDo(String key) {
    assertThat(once(MEMBER, key, 5000)).isEqualTo(once(MEMBER, key, 5000));
    assertThat(effects).hasValue(1);
  }
}
