package kr.gonggu.push.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.event.EventConsumer;
import kr.gonggu.lib.event.IncomingEvent;
import kr.gonggu.lib.event.PoisonEventException;
import kr.gonggu.lib.trace.Trace;
import kr.gonggu.push.application.AlertWaitingMembers;
import kr.gonggu.push.application.Announce;
import kr.gonggu.push.application.ForgetMember;
import kr.gonggu.push.application.RememberMember;
import kr.gonggu.push.domain.Announcement;
import kr.gonggu.push.domain.DealRef;
import kr.gonggu.push.domain.Facts;
import kr.gonggu.push.domain.Interest;
import kr.gonggu.push.domain.Neighbour;
import kr.gonggu.push.domain.NotificationKind;
import kr.gonggu.push.domain.Target;
import kr.gonggu.testkit.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the producers publish, read from the samples that lie with them. */
class EventContractsTest {

  private static final Instant AT = Instant.parse("2026-11-20T06:30:00.123456Z");
  private static final UUID DEAL = UUID.fromString("01937b1e-6c00-7a10-8c00-0000000000d1");
  private static final UUID HOST = UUID.fromString("01937b1e-6c00-7a10-8c00-0000000000a1");
  private static final UUID MOONLIGHT = UUID.fromString("01937b1e-6c00-7a10-8c00-0000000000b2");
  private static final UUID THIRD = UUID.fromString("01937b1e-6c00-7a10-8c00-0000000000c3");

  private final List<Announcement> announced = new ArrayList<>();
  private final List<Neighbour> renamed = new ArrayList<>();
  private final List<Interest> interests = new ArrayList<>();
  private final List<UUID> forgotten = new ArrayList<>();
  private final List<AlertWaitingMembers.OpenedDeal> opened = new ArrayList<>();

  @Test
  void aJoinIsToldToTheHost() {
    handle(deal(), "deal", "EnrollmentConfirmed");

    Announcement told = announced.get(0);
    assertThat(told.kind()).isEqualTo(NotificationKind.ENROLLMENT_CONFIRMED);
    assertThat(told.recipients()).containsExactly(HOST);
    assertThat(told.actor()).isEqualTo(new Neighbour(MOONLIGHT, "달빛이웃"));
    assertThat(told.facts())
        .isEqualTo(
            new Facts("제주 감귤 10kg 나눠요", 2, 6000L, 3, 10, null, null, null, null, null, null));
    assertThat(told.target()).isEqualTo(new Target(DEAL, null, null));
    assertThat(told.at()).isEqualTo(AT);
  }

  @Test
  void aChangedQuantityIsToldToTheHost() {
    handle(deal(), "deal", "EnrollmentChanged");

    Announcement told = announced.get(0);
    assertThat(told.kind()).isEqualTo(NotificationKind.ENROLLMENT_CHANGED);
    assertThat(told.recipients()).containsExactly(HOST);
    assertThat(told.facts().quantity()).isPositive();
  }

  @Test
  void aLeaveIsToldToTheHost() {
    handle(deal(), "deal", "EnrollmentCancelled");

    Announcement told = announced.get(0);
    assertThat(told.kind()).isEqualTo(NotificationKind.ENROLLMENT_CANCELLED);
    assertThat(told.recipients()).containsExactly(HOST);
    assertThat(told.facts().quantity()).isEqualTo(3);
  }

  @Test
  void whatWasReceivedIsToldToTheHost() {
    handle(deal(), "deal", "EnrollmentReceived");

    Announcement told = announced.get(0);
    assertThat(told.kind()).isEqualTo(NotificationKind.ENROLLMENT_RECEIVED);
    assertThat(told.recipients()).containsExactly(HOST);
    assertThat(told.actor()).isEqualTo(new Neighbour(MOONLIGHT, "달빛이웃"));
    assertThat(told.facts().title()).isEqualTo("제주 감귤 10kg 나눠요");
    assertThat(told.facts().quantity()).isEqualTo(2);
    assertThat(told.target()).isEqualTo(new Target(DEAL, null, null));
  }

  @Test
  void aDeadlineThatIsNearIsToldToEverybodyInTheDealAndToNobodyAfterIt() {
    handle(deal(), "deal", "DealClosingSoon");

    JsonObject sample = sample("deal", "DealClosingSoon");
    Announcement told = announced.get(0);
    assertThat(told.kind()).isEqualTo(NotificationKind.DEAL_CLOSING_SOON);
    assertThat(told.recipients())
        .contains(UUID.fromString(sample.getString("hostId")))
        .hasSize(1 + sample.getJsonArray("memberIds").size());
    assertThat(told.facts().hoursLeft()).isEqualTo(sample.getInt("hoursLeft"));
    assertThat(told.uselessAfter()).isEqualTo(Instant.parse(sample.getString("deadline")));
  }

  @Test
  void aDealThatIsMovedOnIsToldToItsParticipants() {
    handle(deal(), "deal", "DealStatusChanged");

    JsonObject sample = sample("deal", "DealStatusChanged");
    Announcement told = announced.get(0);
    assertThat(told.kind()).isEqualTo(NotificationKind.DEAL_STATUS_CHANGED);
    assertThat(told.recipients()).hasSize(sample.getJsonArray("memberIds").size());
    assertThat(told.facts().status()).isEqualTo(sample.getString("to"));
  }

  @ParameterizedTest
  @CsvSource({"DealFull, DEAL_FULL", "DealExpired, DEAL_EXPIRED"})
  void whatBecomesOfADealIsToldToEverybodyInIt(String type, NotificationKind kind) {
    handle(deal(), "deal", type);

    assertThat(announced.get(0).kind()).isEqualTo(kind);
    assertThat(announced.get(0).recipients()).containsExactly(HOST, MOONLIGHT, THIRD);
    assertThat(announced.get(0).facts().title()).isEqualTo("제주 감귤 10kg 나눠요");
  }

  @Test
  void aCancelledDealIsToldToItsParticipants() {
    handle(deal(), "deal", "DealCancelled");

    assertThat(announced.get(0).kind()).isEqualTo(NotificationKind.DEAL_CANCELLED);
    assertThat(announced.get(0).recipients()).containsExactly(MOONLIGHT, THIRD);
    assertThat(announced.get(0).facts().reason()).isEqualTo("판매처 품절이에요");
  }

  @Test
  void theReasonThatTheServiceGivesForAHostWhoLeftIsNobodysWords() {
    JsonObject left =
        Json.createObjectBuilder(sample("deal", "DealCancelled")).add("cause", "HOST_LEFT").build();
    deal().handle(event("DealCancelled", left.toString()));

    assertThat(announced.get(0).kind()).isEqualTo(NotificationKind.DEAL_CANCELLED);
    assertThat(announced.get(0).facts().reason()).isNull();
  }

  @Test
  void moneyIsToldToTheReceiver() {
    handle(pay(), "pay", "MoneyRemitted");

    Announcement told = announced.get(0);
    assertThat(told.kind()).isEqualTo(NotificationKind.MONEY_RECEIVED);
    assertThat(told.recipients())
        .containsExactly(UUID.fromString("0197a3b0-22bb-7c02-8e3f-7a6b5c4d3e2f"));
    assertThat(told.actor().nickname()).isEqualTo("귤까는사람");
    assertThat(told.facts().amount()).isEqualTo(12500);
    assertThat(told.facts().memo()).isEqualTo("귤 두 상자");
    assertThat(told.target())
        .isEqualTo(
            new Target(
                UUID.fromString("0197a3c0-9f00-7d10-a1b2-c3d4e5f60718"),
                null,
                UUID.fromString("0197a3c2-5d1e-7b40-8f6a-2c9d4e7f1a03")));
    assertThat(told.at()).isEqualTo(Instant.parse("2026-06-24T09:15:30.123456Z"));
  }

  @Test
  void aMessageIsToldToTheOthersInItsRoomWhoDoNotHaveItInView() {
    handle(chat(), "chat", "MessageSent");

    Announcement told = announced.get(0);
    assertThat(told.kind()).isEqualTo(NotificationKind.CHAT_MESSAGE);
    assertThat(told.recipients())
        .containsExactly(UUID.fromString("0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e13"));
    assertThat(told.actor().nickname()).isEqualTo("감귤언니");
    assertThat(told.target().roomId())
        .isEqualTo(UUID.fromString("0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e11"));
    assertThat(told.collapseKey()).contains("0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e11");
  }

  @Test
  void withoutWordOfWhoLooksEverybodyElseIsTold() {
    ChatEventsConsumer.MessageSent message =
        new ChatEventsConsumer.MessageSent(
            DEAL, "감귤", HOST, "초록마을", AT, List.of(MOONLIGHT, THIRD), null);

    assertThat(message.announcement().recipients()).containsExactly(MOONLIGHT, THIRD);
  }

  @Test
  void anOpenedDealIsHeldAgainstTheWordsThatMembersWaitFor() {
    handle(deal(), "deal", "DealOpened");

    AlertWaitingMembers.OpenedDeal deal = opened.get(0);
    assertThat(announced).isEmpty();
    assertThat(deal.deal()).isEqualTo(new DealRef(DEAL, "제주 감귤 10kg 나눠요"));
    assertThat(deal.host()).isEqualTo(new Neighbour(HOST, "초록마을"));
    assertThat(deal.words()).containsExactly("감귤", "과일", "제주 감귤 10kg 나눠요");
    assertThat(deal.latitude()).isEqualTo(37.500622);
    assertThat(deal.longitude()).isEqualTo(127.036456);
    assertThat(deal.pricePerShare()).isEqualTo(3000);
  }

  @Test
  void whatAMemberWaitsForFollowsTheMemberService() {
    handle(member(), "member", "MemberChanged");

    assertThat(interests.get(0).words()).containsExactly("감귤", "쌀");
    assertThat(interests.get(0).place())
        .isEqualTo(new Interest.Surroundings(37.557867, 126.902218, 2000));
  }

  @Test
  void whoLeftIsForgotten() {
    handle(member(), "member", "MemberLeft");

    assertThat(forgotten)
        .containsExactly(UUID.fromString(sample("member", "MemberLeft").getString("memberId")));
  }

  @ParameterizedTest
  @CsvSource({"MemberJoined", "MemberChanged"})
  void nicknamesFollowTheMemberService(String type) {
    handle(member(), "member", type);

    assertThat(renamed).hasSize(1);
    assertThat(renamed.get(0).id()).isNotNull();
    assertThat(renamed.get(0).nickname()).isNotBlank();
  }

  @Test
  void whatNobodyIsToldOfIsNoFailure() {
    handle(deal(), "deal", "DealChanged");
    handle(pay(), "pay", "WalletCharged");

    assertThat(announced).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                       | dealId",
        "not json                 | bind",
        "{\"quantity\": \"many\"} | bind",
        "null                     | null",
      })
  void whatCannotBeToldIsPoisonAndSaysWhy(String json, String why) {
    DealEventsConsumer consumer = deal();
    IncomingEvent event = event("EnrollmentConfirmed", json);

    assertThatThrownBy(() -> consumer.handle(event))
        .isInstanceOf(PoisonEventException.class)
        .hasMessageContaining(why);
    assertThat(announced).isEmpty();
  }

  private void handle(EventConsumer consumer, String service, String type) {
    IncomingEvent event = event(type, Contracts.of(service).sample(type));
    if (consumer instanceof DealEventsConsumer deal) {
      deal.handle(event);
    } else if (consumer instanceof PayEventsConsumer pay) {
      pay.handle(event);
    } else if (consumer instanceof ChatEventsConsumer chat) {
      chat.handle(event);
    } else {
      ((MemberEventsConsumer) consumer).handle(event);
    }
  }

  private static JsonObject sample(String service, String type) {
    try (JsonReader reader =
        Json.createReader(new StringReader(Contracts.of(service).sample(type)))) {
      return reader.readObject();
    }
  }

  private static IncomingEvent event(String type, String json) {
    return new IncomingEvent(
        UUID.randomUUID().toString(), type, "/gonggu/test", "s", AT, Trace.fresh(), json);
  }

  private DealEventsConsumer deal() {
    DealEventsConsumer consumer = new DealEventsConsumer();
    consumer.announce = announce();
    consumer.alertWaitingMembers =
        new AlertWaitingMembers() {
          @Override
          public void alert(OpenedDeal deal) {
            opened.add(deal);
          }
        };
    return consumer;
  }

  private PayEventsConsumer pay() {
    PayEventsConsumer consumer = new PayEventsConsumer();
    consumer.announce = announce();
    return consumer;
  }

  private ChatEventsConsumer chat() {
    ChatEventsConsumer consumer = new ChatEventsConsumer();
    consumer.announce = announce();
    return consumer;
  }

  private MemberEventsConsumer member() {
    MemberEventsConsumer consumer = new MemberEventsConsumer();
    consumer.rememberMember =
        new RememberMember() {
          @Override
          public void remember(Neighbour member, Interest interest) {
            renamed.add(member);
            interests.add(interest);
          }
        };
    consumer.forgetMember =
        new ForgetMember() {
          @Override
          public void forget(UUID member, Instant at) {
            forgotten.add(member);
          }
        };
    return consumer;
  }

  private Announce announce() {
    return new Announce() {
      @Override
      public void announce(Announcement announcement) {
        announced.add(announcement);
      }
    };
  }
}
