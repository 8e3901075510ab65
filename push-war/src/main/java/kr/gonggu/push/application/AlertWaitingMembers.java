package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kr.gonggu.push.domain.Announcement;
import kr.gonggu.push.domain.DealRef;
import kr.gonggu.push.domain.Interest;
import kr.gonggu.push.domain.Interests;
import kr.gonggu.push.domain.Neighbour;

/** A deal was opened: who lives near it and waits for one of its words is told. */
@ApplicationScoped
public class AlertWaitingMembers {

  @Inject Interests interests;
  @Inject Announce announce;

  /**
   * A new deal.
   *
   * @param words of its title, and those that the host chose
   * @param latitude of the pick-up place, degrees north
   * @param longitude of the pick-up place, degrees east
   * @param pricePerShare won
   */
  public record OpenedDeal(
      DealRef deal,
      Neighbour host,
      List<String> words,
      double latitude,
      double longitude,
      long pricePerShare,
      Instant deadline,
      Instant at) {}

  /** Tells each once, by the longest of the member's words that it meets. */
  @Transactional
  public void alert(OpenedDeal opened) {
    Map<UUID, String> waiting =
        interests.waitingFor(
            Interest.pieces(opened.words()), opened.latitude(), opened.longitude());
    Map<String, List<UUID>> byWord = new TreeMap<>();
    waiting.forEach(
        (member, word) -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(member));
    byWord.forEach(
        (word, members) ->
            announce.announce(
                Announcement.keywordMatched(
                    opened.deal(),
                    opened.host(),
                    opened.pricePerShare(),
                    word,
                    members,
                    opened.deadline(),
                    opened.at())));
  }
}
