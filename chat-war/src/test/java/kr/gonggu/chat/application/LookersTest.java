package kr.gonggu.chat.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import kr.gonggu.chat.application.Hub.Client;
import kr.gonggu.chat.domain.Signal;
import org.junit.jupiter.api.Test;

class LookersTest {

  private static final UUID ROOM = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();
  private static final UUID HOST = UUID.randomUUID();
  private static final UUID JOINER = UUID.randomUUID();

  private final InMemoryChat chat = new InMemoryChat();
  private final Hub here = new Hub(chat, new Random(1));
  private final Hub there = new Hub(chat, new Random(2));

  LookersTest() {
    chat.open(ROOM, HOST);
    chat.admit(ROOM, JOINER);
    chat.open(OTHER, HOST);
  }

  private void tell() {
    List<Signal> told = List.copyOf(here.told);
    here.told.clear();
    told.forEach(there.rooms::heard);
  }

  @Test
  void whoLooksIsKnownOnEveryInstanceUntilTheyLookElsewhere() {
    Client host = here.connect(HOST);
    here.rooms.look(host.attendance, ROOM);
    tell();
    assertThat(here.lookers.at(ROOM)).containsExactly(HOST);
    assertThat(there.lookers.at(ROOM)).containsExactly(HOST);

    here.rooms.look(host.attendance, OTHER);
    tell();
    assertThat(here.lookers.at(ROOM)).isEmpty();
    assertThat(there.lookers.at(ROOM)).isEmpty();
    assertThat(there.lookers.at(OTHER)).containsExactly(HOST);

    here.rooms.look(host.attendance, null);
    tell();
    assertThat(there.lookers.at(OTHER)).isEmpty();
  }

  @Test
  void aMemberLooksAsLongAsOneOfTheirDevicesDoes() {
    Client phone = here.connect(HOST);
    Client laptop = here.connect(HOST);
    here.rooms.look(phone.attendance, ROOM);
    here.rooms.look(laptop.attendance, ROOM);
    here.rooms.leave(phone.attendance);
    assertThat(here.lookers.at(ROOM)).containsExactly(HOST);
    here.rooms.leave(laptop.attendance);
    tell();
    assertThat(here.lookers.at(ROOM)).isEmpty();
    assertThat(there.lookers.at(ROOM)).isEmpty();
  }

  @Test
  void nobodyLooksIntoARoomOfOthers() {
    Client joiner = here.connect(JOINER);
    here.rooms.look(joiner.attendance, ROOM);
    here.rooms.look(joiner.attendance, OTHER);
    assertThat(here.lookers.at(OTHER)).isEmpty();
    assertThat(here.lookers.at(ROOM)).isEmpty();
  }

  @Test
  void anInstanceThatIsNewLearnsWhoLooks() {
    Client host = here.connect(HOST);
    here.rooms.look(host.attendance, ROOM);
    here.told.clear();
    here.rooms.renewLooks();
    tell();
    assertThat(there.lookers.at(ROOM)).containsExactly(HOST);
  }

  @Test
  void aLookLapsesWhenNobodyRenewsIt() {
    long[] now = {Long.MAX_VALUE - 5};
    Lookers lookers = new Lookers(() -> now[0]);
    lookers.looks(ROOM, HOST);
    now[0] += Duration.ofSeconds(19).toNanos();
    assertThat(lookers.at(ROOM)).containsExactly(HOST);
    now[0] += Duration.ofSeconds(2).toNanos();
    assertThat(lookers.at(ROOM)).isEmpty();
    lookers.sweep();
    assertThat(lookers.at(ROOM)).isEmpty();
  }
}
