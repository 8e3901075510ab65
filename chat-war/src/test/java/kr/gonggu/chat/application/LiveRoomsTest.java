package kr.gonggu.chat.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kr.gonggu.chat.application.Hub.Client;
import kr.gonggu.chat.domain.ChatError;
import kr.gonggu.chat.domain.EntryView;
import kr.gonggu.chat.domain.Signal;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everyone hears everything once, in order, whatever happens on the way. */
class LiveRoomsTest {

  private static final UUID ROOM = UUID.randomUUID();
  private static final UUID HOST = UUID.randomUUID();
  private static final UUID JOINER = UUID.randomUUID();

  private final InMemoryChat chat = new InMemoryChat();
  private final Hub here = new Hub(chat, new Random(1));
  private final Hub there = new Hub(chat, new Random(2));

  private static List<Long> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  private void say(Hub hub, int times) {
    IntStream.range(0, times)
        .forEach(i -> hub.rooms.appended(List.of(chat.say(ROOM, HOST, "말 " + i))));
  }

  @Test
  void everyConnectionOfTheRoomHearsAMessageAndNobodyElse() {
    chat.open(ROOM, HOST);
    chat.admit(ROOM, JOINER);
    Client phone = here.connect(HOST);
    Client laptop = here.connect(HOST);
    Client joiner = here.connect(JOINER);
    Client stranger = here.connect(UUID.randomUUID());

    say(here, 2);
    here.settle();

    assertThat(List.of(phone, laptop, joiner))
        .allSatisfy(each -> assertThat(each.heard(ROOM)).containsExactly(2L, 3L));
    assertThat(stranger.frames).isEmpty();
  }

  @Test
  void membersOfOneInstanceHearEachOtherWhileTheOtherInstancesAreOutOfReach() {
    chat.open(ROOM, HOST);
    chat.admit(ROOM, JOINER);
    Client local = here.connect(JOINER);
    Client remote = there.connect(JOINER);

    say(here, 3);
    here.settle();
    there.settle();

    assertThat(local.heard(ROOM)).isEqualTo(numbers(2, 4));
    assertThat(remote.heard(ROOM)).as("nothing came through").isEmpty();

    there.rooms.reconcileAll();
    there.settle();
    assertThat(remote.heard(ROOM)).as("after the way is back").isEqualTo(numbers(2, 4));
  }

  @Test
  void aGapIsFilledFromTheDatabaseBeforeALaterNumberIsDelivered() {
    chat.open(ROOM, HOST);
    Client remote = there.connect(HOST);
    say(here, 5);

    there.rooms.heard(here.told.get(4));
    assertThat(remote.heard(ROOM)).isEmpty();
    there.settle();

    assertThat(remote.heard(ROOM)).isEqualTo(numbers(1, 5));
  }

  @Test
  void overtakingEntriesWaitForEachOtherWithoutTheDatabase() {
    chat.open(ROOM, HOST);
    Client remote = there.connect(HOST);
    say(here, 3);
    chat.down = true;

    there.rooms.heard(here.told.get(2));
    there.rooms.heard(here.told.get(1));
    there.rooms.heard(here.told.get(0));

    assertThat(remote.heard(ROOM)).isEqualTo(numbers(1, 3));
  }

  @Test
  void anEntryThatIsHeardTwiceIsDeliveredOnce() {
    chat.open(ROOM, HOST);
    Client remote = there.connect(HOST);
    say(here, 2);

    here.told.forEach(there.rooms::heard);
    here.told.forEach(there.rooms::heard);
    there.settle();

    assertThat(remote.heard(ROOM)).isEqualTo(numbers(1, 2));
  }

  @Test
  void syncGivesExactlyWhatWasMissedAndThenGoesOnLive() {
    chat.open(ROOM, HOST);
    say(here, 7);
    Client back = here.open(HOST);
    say(here, 2);
    assertThat(back.frames).as("held until it says how far it got").isEmpty();

    here.rooms.sync(back.attendance, Map.of(ROOM, 4L));
    here.settle();
    say(here, 1);

    assertThat(back.heard(ROOM)).isEqualTo(numbers(5, 10));
    assertThat(back.frames.get(5)).isEqualTo("synced " + Map.of(ROOM, 9L));
  }

  @Test
  void aLongAbsenceIsToldInPartsAsTheClientTakesThem() {
    chat.open(ROOM, HOST);
    IntStream.range(0, 950).forEach(i -> chat.say(ROOM, HOST, "말"));
    Client back = here.open(HOST);

    here.rooms.sync(back.attendance, Map.of(ROOM, 0L));
    assertThat(back.heard(ROOM)).as("the first part").hasSize(200);
    say(here, 1);
    here.settle();

    assertThat(back.heard(ROOM)).isEqualTo(numbers(1, 951));
    assertThat(back.frames).last().isEqualTo("synced " + Map.of(ROOM, 951L));
  }

  @Test
  void aClientThatClaimsMoreThanThereIsHearsWhatComes() {
    chat.open(ROOM, HOST);
    say(here, 3);
    Client liar = here.open(HOST);

    here.rooms.sync(liar.attendance, Map.of(ROOM, 1_000L));
    say(here, 2);
    here.settle();

    assertThat(liar.heard(ROOM)).isEqualTo(numbers(4, 5));
  }

  @Test
  void syncRefusesAStrangersRoomAndGoesOnWithTheOthers() {
    chat.open(ROOM, HOST);
    UUID foreign = UUID.randomUUID();
    chat.open(foreign, JOINER);
    say(here, 1);
    Client client = here.open(HOST);

    Map<UUID, Long> from = new LinkedHashMap<>();
    from.put(foreign, 0L);
    from.put(ROOM, 0L);
    here.rooms.sync(client.attendance, from);
    here.settle();

    assertThat(client.frames)
        .containsExactly(
            "entry " + ROOM + " 1", "error NOT_IN_ROOM " + foreign, "synced " + Map.of(ROOM, 1L));
  }

  @Test
  void syncSurvivesADatabaseThatIsAwayForAMoment() {
    chat.open(ROOM, HOST);
    say(here, 3);
    Client client = here.open(HOST);
    chat.down = true;
    here.rooms.sync(client.attendance, Map.of(ROOM, 1L));
    assertThat(client.frames).isEmpty();

    chat.down = false;
    here.settle();
    say(here, 1);

    assertThat(client.heard(ROOM)).isEqualTo(numbers(2, 4));
  }

  @Test
  void whoComesInHearsTheRoomFromTheirOwnNoticeOnOnEveryInstance() {
    chat.open(ROOM, HOST);
    Client local = here.connect(JOINER);
    Client remote = there.connect(JOINER);
    say(here, 1);

    here.rooms.appended(List.of(chat.admit(ROOM, JOINER)));
    say(here, 1);
    here.told.forEach(there.rooms::heard);
    here.settle();
    there.settle();

    assertThat(local.heard(ROOM)).isEqualTo(numbers(2, 3));
    assertThat(remote.heard(ROOM)).isEqualTo(numbers(2, 3));
  }

  @Test
  void theHostOfANewDealHearsItsFirstEntryWithoutConnectingAnew() {
    Client host = here.connect(HOST);
    chat.open(ROOM, HOST);

    here.rooms.appended(List.of(chat.admit(ROOM, JOINER)));
    here.settle();

    assertThat(host.heard(ROOM)).containsExactly(1L);
  }

  @Test
  void whoCameInWhileTheWayBetweenInstancesWasDownHearsEverythingSince() {
    Client remote = there.connect(JOINER);
    chat.open(ROOM, HOST);
    say(here, 2);
    here.rooms.appended(List.of(chat.admit(ROOM, JOINER)));
    say(here, 2);

    there.rooms.reconcileAll();
    there.settle();

    assertThat(remote.heard(ROOM)).isEqualTo(numbers(3, 5));
  }

  @Test
  void whoLeavesHearsTheNoticeAndNothingAfter() {
    chat.open(ROOM, HOST);
    chat.admit(ROOM, JOINER);
    Client joiner = here.connect(JOINER);

    here.rooms.appended(List.of(chat.dismiss(ROOM, JOINER)));
    say(here, 2);
    here.settle();
    assertThat(joiner.heard(ROOM)).containsExactly(2L);

    Client back = here.open(JOINER);
    here.rooms.sync(back.attendance, Map.of(ROOM, 0L));
    here.settle();
    assertThat(back.heard(ROOM)).as("history ends with the notice").containsExactly(1L, 2L);
    assertThatThrownBy(() -> here.rooms.typing(back.attendance, ROOM))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ChatError.NOT_IN_ROOM));
  }

  @Test
  void typingIsSeenByTheOthersOnEveryInstanceButNotByTheOneWhoTypes() {
    chat.open(ROOM, HOST);
    chat.admit(ROOM, JOINER);
    Client host = here.connect(HOST);
    Client joiner = here.connect(JOINER);
    Client remote = there.connect(JOINER);

    here.rooms.typing(host.attendance, ROOM);
    here.told.forEach(there.rooms::heard);

    String frame = "typing " + ROOM + " " + HOST;
    assertThat(host.frames).isEmpty();
    assertThat(joiner.frames).containsExactly(frame);
    assertThat(remote.frames).containsExactly(frame);
  }

  @Test
  void readMarksThatComeTogetherAreToldOnceAndOnlyForward() {
    chat.open(ROOM, HOST);
    chat.admit(ROOM, JOINER);
    say(here, 3);
    Client host = here.connect(HOST);

    here.rooms.marked(ROOM, JOINER, 2);
    here.rooms.marked(ROOM, JOINER, 4);
    here.rooms.marked(ROOM, JOINER, 3);
    here.settle();

    assertThat(host.frames).containsExactly("read " + ROOM + " " + JOINER + " 4");
  }

  @Test
  void aClosedConnectionHearsNothing() {
    chat.open(ROOM, HOST);
    Client gone = here.connect(HOST);
    here.rooms.leave(gone.attendance);

    say(here, 1);
    here.settle();

    assertThat(gone.frames).isEmpty();
  }

  @Test
  void everyoneIsDismissedWhenTheInstanceGoesAlsoWhoComesTooLate() {
    Client before = here.connect(HOST);
    here.rooms.dismissAll();
    Client after = here.connect(JOINER);

    assertThat(before.dismissed).isTrue();
    assertThat(after.dismissed).isTrue();
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  /**
   * Two instances over a network that loses, doubles and reorders, background work in any order,
   * clients that come, go, fall back and sync at any moment: in the end each has every entry since
   * it said how far it was, in order, none twice.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void orderHoldsWhateverHappens(int seed) {
    Random dice = new Random(seed);
    List<Hub> hubs = List.of(new Hub(chat, dice), new Hub(chat, dice));
    chat.open(ROOM, HOST);
    IntStream.range(0, 450).forEach(i -> chat.say(ROOM, HOST, "전에"));
    List<Signal> network = new ArrayList<>();
    List<Client> clients = new ArrayList<>();
    List<Long> starts = new ArrayList<>();

    for (int i = 0; i < 200; i++) {
      Hub hub = hubs.get(dice.nextInt(2));
      switch (dice.nextInt(8)) {
        case 0, 1 -> {
          EntryView entry = chat.say(ROOM, HOST, "말");
          hub.told.clear();
          hub.rooms.appended(List.of(entry));
          if (dice.nextInt(4) > 0) {
            network.addAll(hub.told);
          }
        }
        case 2, 3 -> {
          if (!network.isEmpty()) {
            int which = dice.nextInt(network.size());
            Signal signal = dice.nextInt(5) == 0 ? network.get(which) : network.remove(which);
            hubs.forEach(each -> each.rooms.heard(signal));
          }
        }
        case 4 -> {
          Client client = hub.open(HOST);
          long start = somewhere(dice);
          hub.rooms.sync(client.attendance, Map.of(ROOM, start));
          clients.add(client);
          starts.add(start);
        }
        case 5 -> {
          if (!clients.isEmpty()) {
            int which = dice.nextInt(clients.size());
            Client client = clients.get(which);
            client.frames.clear();
            starts.set(which, somewhere(dice));
            client.hub().rooms.sync(client.attendance, Map.of(ROOM, starts.get(which)));
          }
        }
        case 6 -> hub.rooms.reconcile();
        default -> hub.step();
      }
    }
    hubs.forEach(Hub::settle);
    hubs.forEach(hub -> hub.rooms.reconcile());
    hubs.forEach(Hub::settle);

    long last = chat.asRooms.lastSeqs(List.of(ROOM)).get(ROOM);
    for (int i = 0; i < clients.size(); i++) {
      assertThat(clients.get(i).heard(ROOM)).isEqualTo(numbers(starts.get(i) + 1, last));
    }
  }

  /** Any number that a client may say it has. */
  private long somewhere(Random dice) {
    return dice.nextInt(Math.toIntExact(chat.asRooms.lastSeqs(List.of(ROOM)).get(ROOM)) + 1);
  }
}
