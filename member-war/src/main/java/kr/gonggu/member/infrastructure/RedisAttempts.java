package kr.gonggu.member.infrastructure;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.Attempts;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Attempts in Redis: a counter per kind and subject, which lives for the kind's window. The script
 * looks at all counters of a request before it adds to any, so that a refused request counts
 * nowhere.
 *
 * <p>The limits are configured as {@code gonggu.member.limit.<kind>}, for example {@code
 * gonggu.member.limit.sign-up=1000/PT1H}; a whole apartment block may share an address, so those
 * per address are wide. {@code gonggu.rate.limits=off} lifts all of them, for load tests.
 */
@ApplicationScoped
public class RedisAttempts implements Attempts {

  private static final String COUNT =
      """
      local wait = 0
      for i, key in ipairs(KEYS) do
        if tonumber(redis.call('GET', key) or '0') >= tonumber(ARGV[2 * i - 1]) then
          wait = math.max(wait, redis.call('PTTL', key), 1)
        end
      end
      if wait > 0 then
        return wait
      end
      for i, key in ipairs(KEYS) do
        if redis.call('INCR', key) == 1 then
          redis.call('PEXPIRE', key, ARGV[2 * i])
        end
      end
      return 0
      """;

  @Inject Redis redis;
  @Inject Config config;

  @Inject
  @ConfigProperty(name = "gonggu.rate.limits", defaultValue = "on")
  boolean limiting;

  private final Map<Kind, Limit> limits = new EnumMap<>(Kind.class);

  @PostConstruct
  void configure() {
    for (Kind kind : Kind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      limits.put(
          kind,
          config
              .getOptionalValue("gonggu.member.limit." + name, Limit.class)
              .orElseGet(() -> usual(kind)));
    }
  }

  private static Limit usual(Kind kind) {
    return switch (kind) {
      case SIGN_UP -> new Limit(1_000, Duration.ofHours(1));
      case SIGN_UP_AS -> new Limit(30, Duration.ofHours(1));
      case LOOK_UP -> new Limit(600, Duration.ofMinutes(1));
      case LOOK_UP_OF -> new Limit(60, Duration.ofMinutes(1));
      case SIGN_IN_FROM_ADDRESS -> new Limit(1_000, Duration.ofMinutes(10));
      case SIGN_IN_TO_ACCOUNT -> new Limit(100, Duration.ofMinutes(15));
      case SIGN_IN_TO_ACCOUNT_FROM_ADDRESS, CONFIRMATION -> new Limit(20, Duration.ofMinutes(15));
    };
  }

  @Override
  public void count(List<Attempt> attempts) {
    if (!limiting) {
      return;
    }
    List<String> numbers = new ArrayList<>();
    for (Attempt attempt : attempts) {
      Limit limit = limits.get(attempt.kind());
      numbers.add(Integer.toString(limit.most()));
      numbers.add(Long.toString(limit.window().toMillis()));
    }
    long waitMillis = (Long) redis.call(client -> client.eval(COUNT, keys(attempts), numbers));
    if (waitMillis > 0) {
      throw new Refusal(CommonError.TOO_MANY_REQUESTS, "That was tried too often; wait a while.")
          .withRetryAfter(Duration.ofSeconds(waitMillis / 1_000 + 1));
    }
  }

  @Override
  public void forget(List<Attempt> attempts) {
    if (!limiting) {
      return;
    }
    redis.call(client -> client.del(keys(attempts).toArray(String[]::new)));
  }

  private List<String> keys(List<Attempt> attempts) {
    return attempts.stream().map(this::key).toList();
  }

  /** Of fixed length, and without anybody's name or address in it. */
  private String key(Attempt attempt) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(attempt.subject().getBytes(StandardCharsets.UTF_8));
      return redis.named(
          "attempts:"
              + attempt.kind().name().toLowerCase(Locale.ROOT)
              + ":"
              + Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
