package kr.gonggu.chat.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import kr.gonggu.lib.error.ErrorCode;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoomTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:30:00Z");

  private final UUID hostId = UUID.randomUUID();
  private final UUID joinerId = UUID.randomUUID();
  private final Room room = Room.open(UUID.randomUUID(), new Heading("감귤", null), hostId, NOW);
  private final Membership host = Membership.ofHost(room, NOW);
  private final Membership joiner = Membership.vacant(room, joinerId, NOW);

  private Entry say(Membership sender) {
    return room.say(sender, new Draft(UUID.randomUUID().toString(), "안녕하세요", null), NOW);
  }

  private static void refused(
      ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void messagesAndNoticesShareOneSequence() {
    assertThat(room.admit(joiner, NOW)).map(Entry::seq).contains(1L);
    assertThat(say(host).seq()).isEqualTo(2);
    assertThat(room.dealBecame(DealStatus.FULL, null, NOW)).map(Entry::seq).contains(3L);
    assertThat(say(joiner).seq()).isEqualTo(4);
    assertThat(room.dismiss(joiner, NOW)).map(Entry::seq).contains(5L);
    assertThat(room.lastSeq()).isEqualTo(5);
    assertThat(room.messages()).isEqualTo(2);
  }

  @Test
  void onlyOthersMessagesSinceTheReadMarkAreUnread() {
    room.admit(joiner, NOW);
    assertThat(host.unread(room.messages())).as("a notice waits for nobody").isZero();

    say(host);
    Entry second = say(host);
    say(host);
    assertThat(joiner.unread(room.messages())).isEqualTo(3);
    assertThat(host.unread(room.messages())).as("one's own words are read").isZero();

    joiner.read(second);
    assertThat(joiner.unread(room.messages())).isEqualTo(1);
    assertThat(joiner.readSeq()).isEqualTo(second.seq());
  }

  @Test
  void aReadMarkNeverMovesBack() {
    room.admit(joiner, NOW);
    Entry first = say(host);
    Entry second = say(host);
    joiner.read(second);
    joiner.read(first);
    assertThat(joiner.readSeq()).isEqualTo(second.seq());
    assertThat(joiner.unread(room.messages())).isZero();
  }

  @Test
  void whoComesInIsNotHeldUpByWhatWasSaidBefore() {
    say(host);
    say(host);
    room.admit(joiner, NOW);
    assertThat(joiner.unread(room.messages())).isZero();
    assertThat(joiner.visibleTo(room.lastSeq())).isEqualTo(3);
  }

  @Test
  void whoLeftReadsUpToTheNoticeAndDoesNotWrite() {
    room.admit(joiner, NOW);
    Entry notice = room.dismiss(joiner, NOW).orElseThrow();
    say(host);

    assertThat(joiner.visibleTo(room.lastSeq())).isEqualTo(notice.seq());
    assertThat(joiner.unread(room.messages())).isZero();
    refused(ChatError.LEFT_ROOM, () -> say(joiner));
    assertThat(room.lastSeq()).as("a refused message takes no number").isEqualTo(3);
  }

  @Test
  void whoComesBackWritesAgainAndSeesAll() {
    room.admit(joiner, NOW);
    room.dismiss(joiner, NOW);
    say(host);
    assertThat(room.admit(joiner, NOW)).isPresent();
    assertThat(joiner.visibleTo(room.lastSeq())).isEqualTo(room.lastSeq());
    assertThat(say(joiner).seq()).isEqualTo(5);
  }

  @Test
  void comingInTwiceAndLeavingWithoutBeingInSayNothing() {
    assertThat(room.dismiss(joiner, NOW)).isEmpty();
    room.admit(joiner, NOW);
    assertThat(room.admit(joiner, NOW)).isEmpty();
    assertThat(room.lastSeq()).isEqualTo(1);
  }

  @Test
  void whatTheHostSaidWhenTheDealMovedOnStandsInTheRoom() {
    assertThat(room.dealBecame(DealStatus.READY, "정문 앞에 있어요", NOW))
        .map(entry -> entry.as(null).text())
        .contains("정문 앞에 있어요");
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCELLED", "EXPIRED"})
  void aDealThatIsOffClosesItsRoomForWriting(DealStatus off) {
    assertThat(room.dealBecame(off, null, NOW)).isPresent();
    refused(ChatError.ROOM_CLOSED, () -> say(host));
    assertThat(room.lastSeq()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "ORDERED", "READY", "COMPLETED"})
  void aDealThatMovesOnKeepsItsRoomOpen(DealStatus on) {
    assertThat(room.dealBecame(on, null, NOW)).isPresent();
    assertThat(room.dealBecame(on, null, NOW)).as("told twice").isEmpty();
    assertThat(say(host).seq()).isEqualTo(2);
  }
}
