package kr.gonggu.member.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.MemberError;
import kr.gonggu.member.domain.RefreshToken;
import kr.gonggu.member.domain.Session;
import kr.gonggu.member.domain.Sessions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;

/**
 * Sessions in Redis.
 *
 * <p>{@code session:<fingerprint of the family>} is a hash with the session's facts, the
 * fingerprint of the one secret that it is worth now ({@code token}), and for each secret that was
 * replaced within the grace a field {@code retired:<its fingerprint>} with {@code <until>:<sealed
 * successor>}. {@code sessions:<member>} is a hash from session id to fingerprint. Neither holds
 * anything that could be presented as a token.
 *
 * <p>A token is replaced by one script, so of many that come at once exactly one replaces it and
 * the others get its successor. Time is Redis's own there, so that instances agree on the grace.
 */
@ApplicationScoped
public class RedisSessions implements Sessions {

  private static final Logger LOG = System.getLogger(RedisSessions.class.getName());
  private static final String RETIRED = "retired:";

  private static final String RENEW =
      """
      local entries = redis.call('HGETALL', KEYS[1])
      if #entries == 0 then
        return {'UNKNOWN'}
      end
      local session = {}
      for i = 1, #entries, 2 do
        session[entries[i]] = entries[i + 1]
      end
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      if session['token'] == ARGV[1] then
        for field, value in pairs(session) do
          if string.sub(field, 1, 8) == 'retired:' and tonumber(string.match(value, '^%d+')) <= now then
            redis.call('HDEL', KEYS[1], field)
          end
        end
        redis.call('HSET', KEYS[1], 'token', ARGV[2], 'used', string.format('%.0f', now),
            'retired:' .. ARGV[1], string.format('%.0f:%s', now + ARGV[4], ARGV[3]))
        redis.call('PEXPIRE', KEYS[1], string.format('%.0f', math.max(1, math.min(ARGV[5], session['ends'] - now))))
        return {'RENEWED', entries}
      end
      local retired = session['retired:' .. ARGV[1]]
      if retired and tonumber(string.match(retired, '^%d+')) > now then
        return {'REPEATED', entries}
      end
      redis.call('DEL', KEYS[1])
      return {'STOLEN', entries}
      """;

  private static final String TRUST =
      """
      if redis.call('EXISTS', KEYS[1]) == 1 then
        redis.call('HSET', KEYS[1], 'credentials', ARGV[1])
      end
      """;

  private final RefreshSecrets secrets = new RefreshSecrets();

  @Inject Redis redis;

  @Inject
  @ConfigProperty(name = "gonggu.member.session.idle", defaultValue = "P30D")
  Duration idle;

  @Inject
  @ConfigProperty(name = "gonggu.member.session.longest", defaultValue = "P180D")
  Duration longest;

  @Inject
  @ConfigProperty(name = "gonggu.member.session.grace", defaultValue = "PT10S")
  Duration grace;

  @Override
  public RefreshToken begin(Session session) {
    RefreshToken token = new RefreshToken(secrets.newFamily(), secrets.newSecret());
    String family = secrets.fingerprint(token.family());
    Map<String, String> facts = new HashMap<>();
    facts.put("id", session.id().toString());
    facts.put("member", session.memberId().toString());
    facts.put("device", session.device());
    facts.put("credentials", Integer.toString(session.credentials()));
    facts.put("started", millis(session.startedAt()));
    facts.put("used", millis(session.lastUsedAt()));
    facts.put("ends", millis(session.startedAt().plus(longest)));
    facts.put("token", secrets.fingerprint(token.secret()));
    redis.call(
        client -> {
          try (AbstractTransaction transaction = client.multi()) {
            transaction.hset(session(family), facts);
            transaction.pexpire(session(family), idle.toMillis());
            transaction.hset(index(session.memberId()), session.id().toString(), family);
            transaction.pexpire(index(session.memberId()), longest.toMillis());
            return transaction.exec();
          }
        });
    return token;
  }

  @Override
  public Renewed renew(RefreshToken presented) {
    String family = secrets.fingerprint(presented.family());
    String successor = secrets.newSecret();
    List<?> answer =
        (List<?>)
            redis.call(
                client ->
                    client.eval(
                        RENEW,
                        List.of(session(family)),
                        List.of(
                            secrets.fingerprint(presented.secret()),
                            secrets.fingerprint(successor),
                            secrets.seal(successor, presented.secret()),
                            Long.toString(grace.toMillis()),
                            Long.toString(idle.toMillis()))));
    String verdict = (String) answer.get(0);
    if (verdict.equals("UNKNOWN")) {
      throw ended();
    }
    Map<String, String> entries = entries((List<?>) answer.get(1));
    Session session = session(entries);
    return switch (verdict) {
      case "RENEWED" -> new Renewed(session, new RefreshToken(presented.family(), successor));
      case "REPEATED" ->
          new Renewed(session, new RefreshToken(presented.family(), latest(presented, entries)));
      default -> {
        LOG.log(
            Level.WARNING,
            "A refresh token was used again: session {0} of member {1} has ended",
            session.id(),
            session.memberId());
        redis.call(client -> client.hdel(index(session.memberId()), session.id().toString()));
        throw ended();
      }
    };
  }

  /** Follows successors from a token just replaced to the one that is worth something now. */
  private String latest(RefreshToken presented, Map<String, String> entries) {
    String present = entries.get("token");
    String secret = presented.secret();
    String fingerprint = secrets.fingerprint(secret);
    while (!fingerprint.equals(present)) {
      String retired = entries.get(RETIRED + fingerprint);
      if (retired == null) {
        throw ended();
      }
      secret = secrets.open(retired.substring(retired.indexOf(':') + 1), secret);
      fingerprint = secrets.fingerprint(secret);
    }
    return secret;
  }

  private static Refusal ended() {
    return new Refusal(MemberError.SESSION_ENDED, "This session has ended; sign in again.");
  }

  @Override
  public void end(RefreshToken presented) {
    String family = secrets.fingerprint(presented.family());
    redis.call(
        client -> {
          List<String> whose = client.hmget(session(family), "member", "id");
          if (whose.get(0) == null) {
            return 0L;
          }
          client.del(session(family));
          return client.hdel(index(UUID.fromString(whose.get(0))), whose.get(1));
        });
  }

  @Override
  public List<Session> of(UUID memberId) {
    return redis.call(
        client -> {
          Map<String, String> families = client.hgetAll(index(memberId));
          Map<String, Response<Map<String, String>>> found = new LinkedHashMap<>();
          try (AbstractPipeline pipeline = client.pipelined()) {
            families.forEach((id, family) -> found.put(id, pipeline.hgetAll(session(family))));
          }
          String[] gone =
              found.entrySet().stream()
                  .filter(entry -> entry.getValue().get().isEmpty())
                  .map(Map.Entry::getKey)
                  .toArray(String[]::new);
          if (gone.length > 0) {
            client.hdel(index(memberId), gone);
          }
          return found.values().stream()
              .map(Response::get)
              .filter(entries -> !entries.isEmpty())
              .map(RedisSessions::session)
              .sorted(Comparator.comparing(Session::lastUsedAt).reversed())
              .toList();
        });
  }

  @Override
  public boolean end(UUID memberId, UUID sessionId) {
    return redis.call(
        client -> {
          String family = client.hget(index(memberId), sessionId.toString());
          if (family == null) {
            return false;
          }
          boolean ended = client.del(session(family)) == 1;
          client.hdel(index(memberId), sessionId.toString());
          return ended;
        });
  }

  @Override
  public void endAllBut(UUID memberId, Optional<UUID> kept) {
    redis.call(
        client -> {
          Map<String, String> families = client.hgetAll(index(memberId));
          kept.map(UUID::toString).ifPresent(families::remove);
          return families.isEmpty() ? 0L : endAll(client, memberId, families);
        });
  }

  private long endAll(RedisClient client, UUID memberId, Map<String, String> families) {
    client.del(families.values().stream().map(this::session).toArray(String[]::new));
    return client.hdel(index(memberId), families.keySet().toArray(String[]::new));
  }

  @Override
  public void trust(UUID memberId, UUID sessionId, int credentials) {
    redis.call(
        client ->
            Optional.ofNullable(client.hget(index(memberId), sessionId.toString()))
                .map(
                    family ->
                        client.eval(
                            TRUST,
                            List.of(session(family)),
                            List.of(Integer.toString(credentials)))));
  }

  @Override
  public Duration idleLifetime() {
    return idle;
  }

  @Override
  public boolean reachable() {
    return redis.reachable();
  }

  private String session(String family) {
    return redis.named("session:" + family);
  }

  private String index(UUID memberId) {
    return redis.named("sessions:" + memberId);
  }

  private static Session session(Map<String, String> entries) {
    return new Session(
        UUID.fromString(entries.get("id")),
        UUID.fromString(entries.get("member")),
        entries.get("device"),
        Integer.parseInt(entries.get("credentials")),
        instant(entries.get("started")),
        instant(entries.get("used")));
  }

  private static Map<String, String> entries(List<?> flat) {
    Map<String, String> entries = new HashMap<>();
    for (int i = 0; i < flat.size(); i += 2) {
      entries.put((String) flat.get(i), (String) flat.get(i + 1));
    }
    return entries;
  }

  private static String millis(Instant instant) {
    return Long.toString(instant.toEpochMilli());
  }

  private static Instant instant(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
