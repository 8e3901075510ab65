package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Who has which room in view at this moment, on whichever instance: nobody needs to be told twice
 * of what they see. Best effort: it is told between instances, renewed all the while and otherwise
 * lapses; nothing rests on it but whether a phone rings.
 */
@ApplicationScoped
public class Lookers {

  private static final Duration LAPSE = Duration.ofSeconds(20);

  private final ConcurrentMap<UUID, Map<UUID, Long>> rooms = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  /** By the system's clock. */
  public Lookers() {
    this(System::nanoTime);
  }

  Lookers(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A member looks, now and for a while. */
  void looks(UUID roomId, UUID memberId) {
    long until = nanoTime.getAsLong() + LAPSE.toNanos();
    rooms.compute(
        roomId,
        (id, present) -> {
          Map<UUID, Long> lookers = present == null ? new ConcurrentHashMap<>() : present;
          lookers.put(memberId, until);
          return lookers;
        });
  }

  /** A member looks elsewhere. */
  void looksAway(UUID roomId, UUID memberId) {
    rooms.computeIfPresent(
        roomId,
        (id, lookers) -> {
          lookers.remove(memberId);
          return lookers.isEmpty() ? null : lookers;
        });
  }

  /** Who looks at a room now. */
  Set<UUID> at(UUID roomId) {
    long now = nanoTime.getAsLong();
    return rooms.getOrDefault(roomId, Map.of()).entrySet().stream()
        .filter(looker -> looker.getValue() - now > 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Drops what has lapsed. */
  void sweep() {
    long now = nanoTime.getAsLong();
    rooms
        .keySet()
        .forEach(
            roomId ->
                rooms.computeIfPresent(
                    roomId,
                    (id, lookers) -> {
                      lookers.values().removeIf(until -> until - now <= 0);
                      return lookers.isEmpty() ? null : lookers;
                    }));
  }
}
