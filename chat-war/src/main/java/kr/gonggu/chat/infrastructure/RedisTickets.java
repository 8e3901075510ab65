package kr.gonggu.chat.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import kr.gonggu.chat.domain.Tickets;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** Tickets in Redis: made on one instance, good on any; GETDEL lets exactly one take it. */
@ApplicationScoped
public class RedisTickets implements Tickets {

  private static final Logger LOG = System.getLogger(RedisTickets.class.getName());
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final int RANDOM_BYTES = 24;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{32}");

  private final SecureRandom random = new SecureRandom();

  @Inject Redis redis;

  @Override
  public String issue(UUID memberId) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    call(
        client ->
            client.set(
                redis.named("ticket:" + ticket),
                memberId.toString(),
                SetParams.setParams().px(LIFETIME.toMillis())));
    return ticket;
  }

  @Override
  public Optional<UUID> redeem(String ticket) {
    if (!SHAPE.matcher(ticket).matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(call(client -> client.getDel(redis.named("ticket:" + ticket))))
        .map(UUID::fromString);
  }

  private <T> T call(Function<RedisClient, T> command) {
    try {
      return redis.call(command);
    } catch (JedisException e) {
      LOG.log(Level.WARNING, "Redis does not keep tickets now: {0}", e.getMessage());
      throw new Refusal(CommonError.UNAVAILABLE, "No socket can be opened now; try again soon.")
          .withRetryAfter(RETRY_AFTER);
    }
  }
}
