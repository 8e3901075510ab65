package kr.gonggu.push.domain;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What all members wait for. */
public interface Interests {

  /** Replaces a member's words and place. */
  void put(Interest interest);

  /** Forgets a member's words and place. */
  void erase(UUID member);

  /**
   * Who waits for one of these words near a place.
   *
   * @param pieces see {@link Interest#pieces}
   * @param latitude degrees north
   * @param longitude degrees east
   * @return by member the longest word that was met
   */
  Map<UUID, String> waitingFor(Set<String> pieces, double latitude, double longitude);
}
