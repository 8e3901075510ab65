package kr.gonggu.push.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

  private static final Instant AT = Instant.parse("2026-11-20T06:30:00.123456789Z");
  private static final UUID HOST = UUID.fromString("01937b1e-6c00-7a10-8c00-0000000000f1");
  private static final UUID ONE = UUID.fromString("01937b1e-6c00-7a10-8c00-0000000000b2");
  private static final UUID OTHER = UUID.fromString("01937b1e-6c00-7a10-8c00-0000000000c3");
  private static final DealRef DEAL =
      new DealRef(UUID.fromString("01937b1e-6c00-7a10-8c00-0000000000d1"), "제주 감귤");

  @Test
  void theHostIsToldWhoJoinedWithHowMuch() {
    Announcement joined =
        Announcement.joined(DEAL, HOST, new Neighbour(ONE, "달빛이웃"), new Shares(2, 6000, 3, 10), AT);

    assertThat(joined.recipients()).containsExactly(HOST);
    assertThat(joined.kind()).isEqualTo(NotificationKind.ENROLLMENT_CONFIRMED);
    assertThat(joined.actor()).isEqualTo(new Neighbour(ONE, "달빛이웃"));
    assertThat(joined.facts()).isEqualTo(Facts.ofEnrollment(DEAL, new Shares(2, 6000, 3, 10)));
    assertThat(joined.facts().sharesTaken()).isEqualTo(3);
    assertThat(joined.target()).isEqualTo(new Target(DEAL.id(), null, null));
    assertThat(joined.collapseKey()).isNull();
  }

  @Test
  void aFullDealIsToldToHostAndParticipantsInTheOrderOfLocking() {
    Announcement full = Announcement.full(DEAL, HOST, List.of(OTHER, ONE), AT);

    assertThat(full.recipients()).containsExactly(ONE, OTHER, HOST);
  }

  @Test
  void aDealThatClosesSoonIsToldToHostAndParticipantsUntilItsDeadline() {
    Instant deadline = AT.plusSeconds(3600);
    Announcement soon = Announcement.closingSoon(DEAL, HOST, List.of(ONE), 1, deadline, AT);

    assertThat(soon.recipients()).containsExactly(ONE, HOST);
    assertThat(soon.facts().hoursLeft()).isEqualTo(1);
    assertThat(soon.worthPushingUntil(AT.plusSeconds(60))).isEqualTo(deadline);
  }

  @Test
  void aStatusIsToldToParticipantsWithTheHostsNote() {
    Announcement moved =
        Announcement.statusChanged(DEAL, "READY", "저녁 7시 이후에 오세요", List.of(ONE, OTHER), AT);

    assertThat(moved.recipients()).containsExactly(ONE, OTHER);
    assertThat(moved.facts().status()).isEqualTo("READY");
    assertThat(moved.facts().note()).isEqualTo("저녁 7시 이후에 오세요");
    assertThat(moved.worthPushingUntil(AT))
        .isEqualTo(AT.plus(NotificationKind.DEAL_STATUS_CHANGED.timeToLive()));
  }

  @Test
  void theHostIsNotAlertedToTheirOwnDeal() {
    Announcement match =
        Announcement.keywordMatched(
            DEAL, new Neighbour(HOST, "초록마을"), 3000, "감귤", List.of(HOST, ONE), AT, AT);

    assertThat(match.recipients()).containsExactly(ONE);
    assertThat(match.facts().keyword()).isEqualTo("감귤");
  }

  @Test
  void nobodyIsToldTwice() {
    Announcement expired = Announcement.expired(DEAL, HOST, List.of(ONE, HOST, ONE), AT);

    assertThat(expired.recipients()).containsExactly(ONE, HOST);
  }

  @Test
  void aCancelledDealIsToldToParticipantsWithTheReason() {
    Announcement cancelled = Announcement.cancelled(DEAL, "품절이에요", List.of(ONE), AT);

    assertThat(cancelled.recipients()).containsExactly(ONE);
    assertThat(cancelled.facts().reason()).isEqualTo("품절이에요");
    assertThat(cancelled.facts().title()).isEqualTo("제주 감귤");
  }

  @Test
  void nobodyIsToldOfTheirOwnDoing() {
    Announcement message =
        Announcement.messageSent(DEAL, new Neighbour(ONE, "달빛이웃"), List.of(ONE, OTHER), AT);

    assertThat(message.recipients()).containsExactly(OTHER);
  }

  @Test
  void messagesOfOneRoomCountUpAndThoseOfAnotherDoNot() {
    Neighbour sender = new Neighbour(ONE, "달빛이웃");
    DealRef elsewhere = new DealRef(OTHER, "쌀 20kg");

    Announcement first = Announcement.messageSent(DEAL, sender, List.of(HOST), AT);
    Announcement second =
        Announcement.messageSent(DEAL, new Neighbour(OTHER, "초록마을"), List.of(HOST), AT);
    Announcement third = Announcement.messageSent(elsewhere, sender, List.of(HOST), AT);

    assertThat(second.collapseKey()).isEqualTo(first.collapseKey());
    assertThat(third.collapseKey()).isNotEqualTo(first.collapseKey());
    assertThat(first.collapseKey()).hasSizeLessThanOrEqualTo(64);
    assertThat(first.target()).isEqualTo(new Target(DEAL.id(), DEAL.id(), null));
  }

  @Test
  void theTimeIsAsExactAsTheDatabaseKeepsIt() {
    assertThat(Announcement.full(DEAL, HOST, List.of(), AT).at())
        .isEqualTo(Instant.parse("2026-11-20T06:30:00.123456Z"));
  }
}
