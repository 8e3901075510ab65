package kr.gonggu.market;

import static kr.gonggu.market.Attempt.by;
import static kr.gonggu.market.Attempt.byNobody;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kr.gonggu.testkit.Http;

/**
 * Who may what: one line per operation of the OpenAPI documents. An operation without a line fails
 * the build, so that nobody forgets to say.
 *
 * <p>A line is made anew for each test that uses it; what it changes is its own or does no harm.
 */
final class Endpoints {

  private static final String NEXT_PASSWORD = "staple battery horse";

  private static final String NEIGHBOURHOOD =
      """
      {"latitude":37.5563,"longitude":126.922,"label":"서교동","radiusMeters":2000}""";

  private static final String PREFERENCES =
      """
      {"muted":["ENROLLMENT_CONFIRMED"],"quietHours":{"from":"22:00","until":"08:00"}}""";

  /** By {@link Operation#id()}. */
  static final Map<String, Row> TABLE =
      Map.ofEntries(
          // member
          open("member.checkAvailability", s -> byNobody().asking("nickname", name())),
          open("member.listKeys", s -> byNobody()),
          open("member.signUp", s -> byNobody().sends(signUp())),
          open("member.signIn", s -> byNobody().sends(signIn(s.guest()))),
          open("member.refreshSession", s -> refreshed(s.newcomer())),
          open("member.signOut", s -> refreshed(s.newcomer())),
          row("member.viewProfile", s -> by(s.guest()).seesOnly(s.guest().id())),
          row("member.changeProfile", s -> by(s.newcomer()).sends(renaming())),
          row("member.choosePicture", s -> by(s.guest()).uploads(Stage.jpeg())),
          row("member.dropPicture", s -> by(s.newcomer())),
          open("member.viewPicture", s -> byNobody().at("id", portrait(s.host()))),
          row("member.leave", s -> by(s.newcomer()).sends(text("password", Neighbour.PASSWORD))),
          open("member.listDemoAccounts", s -> byNobody()),
          row("member.changePassword", s -> by(s.newcomer()).sends(passwords())),
          row("member.chooseNeighbourhood", s -> by(s.guest()).sends(NEIGHBOURHOOD)),
          row("member.chooseKeywords", s -> by(s.guest()).sends("[\"현미\"]")),
          row("member.viewMember", s -> by(s.guest()).at("id", s.host().id())),
          row("member.viewMembers", s -> by(s.guest()).asking("id", s.host().id().toString())),
          row("member.listSessions", s -> by(s.guest()).seesOnly(s.session(s.guest()))),
          row("member.endSession", s -> endedSession(s, s.newcomer())),
          row("member.endAllSessions", s -> by(s.newcomer())),
          // deal
          open("deal.listCategories", s -> byNobody()),
          open("deal.searchDeals", s -> byNobody().asking("q", "현미").asking("sort", "popular")),
          open("deal.viewDeal", s -> byNobody().at("id", s.deal())),
          open("deal.listHostedDeals", s -> byNobody().at("id", s.host().id())),
          open("deal.viewImage", s -> byNobody().at("id", s.picture()).asking("size", "thumb")),
          row("deal.uploadImage", s -> by(s.guest()).uploads(Stage.jpeg())),
          row("deal.openDeal", s -> by(s.host()).sends(deal(s))),
          row("deal.editDeal", s -> edited(s).refuses(s.guest(), 403, "NOT_THE_HOST")),
          row("deal.cancelDeal", s -> cancelled(s).refuses(s.guest(), 403, "NOT_THE_HOST")),
          row("deal.listParticipants", s -> by(s.guest()).at("id", s.deal())),
          row("deal.joinDeal", s -> joined(s).refuses(s.host(), 409, "HOST_CANNOT_JOIN")),
          row("deal.changeQuantity", s -> changed(s).refuses(s.stranger(), 404, "NOT_JOINED")),
          row("deal.leaveDeal", s -> left(s).refuses(s.stranger(), 404, "NOT_JOINED")),
          row("deal.listMyHostedDeals", s -> by(s.host()).seesOnly(s.host().id())),
          row("deal.listMyEnrolledDeals", s -> by(s.guest()).seesOnly(s.deal())),
          open("deal.listDealRevisions", s -> byNobody().at("id", s.deal())),
          row("deal.moveDeal", s -> moved(s).refuses(s.guest(), 403, "NOT_THE_HOST")),
          row("deal.confirmReceipt", s -> received(s).refuses(s.stranger(), 404, "NOT_JOINED")),
          // pay
          row("pay.viewWallet", s -> charged(s.newcomer()).seesOnly("12345")),
          row("pay.chargeWallet", s -> by(s.stranger()).sends(won(2))),
          row("pay.withdrawMoney", s -> by(s.host()).sends(won(1))),
          row("pay.remitMoney", s -> by(s.host()).sends(remittance(s))),
          row("pay.listTransactions", s -> by(s.guest()).seesOnly(s.host().nickname())),
          row("pay.proveLedger", s -> by(s.operator()).refuses(s.host(), 403, "FORBIDDEN")),
          row("pay.listHolds", s -> by(s.guest())),
          // chat
          row("chat.listRooms", s -> by(s.guest()).seesOnly(s.deal())),
          row("chat.readMessages", s -> room(s).refuses(s.stranger(), 403, "NOT_IN_ROOM")),
          row("chat.listReaders", s -> room(s).refuses(s.stranger(), 403, "NOT_IN_ROOM")),
          row("chat.postMessage", s -> said(s).refuses(s.stranger(), 403, "NOT_IN_ROOM")),
          row("chat.issueTicket", s -> by(s.guest())),
          row("chat.uploadMessageImage", s -> by(s.guest()).uploads(Stage.jpeg())),
          row("chat.viewMessageImage", s -> shown(s).refuses(s.stranger(), 404, "NOT_FOUND")),
          // push
          row("push.listInbox", s -> by(s.host()).seesOnly(s.deal())),
          row("push.countUnread", s -> by(s.host())),
          row("push.markInboxRead", s -> by(s.host()).sends(text("upTo", s.notification()))),
          row("push.openStream", s -> by(s.host())),
          open("push.vapidPublicKey", s -> byNobody()),
          row("push.pushPreferences", s -> by(s.host())),
          row("push.choosePushPreferences", s -> by(s.newcomer()).sends(PREFERENCES)),
          row("push.subscribe", s -> by(s.newcomer()).sends(device())),
          row("push.unsubscribe", s -> unsubscribed(s).refuses(s.stranger(), 404, "NOT_FOUND")));

  /** Answers that never end. */
  static final Set<String> ENDLESS = Set.of("push.openStream");

  private Endpoints() {}

  /**
   * What a line says.
   *
   * @param open whether nobody has to be signed in
   * @param attempt a request that succeeds
   */
  record Row(boolean open, Function<Stage, Attempt> attempt) {}

  private static Map.Entry<String, Row> open(String operation, Function<Stage, Attempt> attempt) {
    return Map.entry(operation, new Row(true, attempt));
  }

  private static Map.Entry<String, Row> row(String operation, Function<Stage, Attempt> attempt) {
    return Map.entry(operation, new Row(false, attempt));
  }

  private static Attempt refreshed(Neighbour neighbour) {
    return byNobody().with("Cookie", "refresh=" + neighbour.refreshToken());
  }

  private static Attempt endedSession(Stage s, Neighbour neighbour) {
    return by(neighbour).at("id", s.session(neighbour)).refuses(s.stranger(), 404, "NOT_FOUND");
  }

  private static Attempt edited(Stage s) {
    return by(s.host())
        .at("id", s.newEmptyDeal())
        .with("If-Match", "*")
        .sends(text("title", "현미 10 kg, 오늘 도정"));
  }

  private static Attempt cancelled(Stage s) {
    return by(s.host()).at("id", s.newDeal()).sends(text("reason", "판매처 품절이에요"));
  }

  private static Attempt joined(Stage s) {
    return by(s.stranger()).at("id", s.newDeal()).sends("{\"quantity\":1}");
  }

  private static Attempt changed(Stage s) {
    return by(s.guest()).at("id", s.newDeal()).sends("{\"quantity\":2}");
  }

  private static Attempt left(Stage s) {
    return by(s.guest()).at("id", s.newDeal());
  }

  private static Attempt charged(Neighbour neighbour) {
    assertThat(neighbour.charges(12_345).status()).isEqualTo(201);
    return by(neighbour);
  }

  private static Attempt moved(Stage s) {
    return by(s.host()).at("id", s.newFullDeal()).sends(text("to", "ORDERED"));
  }

  private static Attempt received(Stage s) {
    UUID deal = s.newFullDeal();
    for (String step : List.of("ORDERED", "READY")) {
      assertThat(s.host().at("deal").post("/deals/" + deal + "/status", text("to", step)).status())
          .isEqualTo(200);
    }
    return by(s.guest()).at("id", deal);
  }

  private static Attempt shown(Stage s) {
    UUID picture = s.newPicture(s.host(), "chat");
    assertThat(
            s.host()
                .at("chat")
                .post(
                    "/rooms/" + s.deal() + "/messages",
                    "{\"clientId\":\"%s\",\"imageId\":\"%s\"}"
                        .formatted(UUID.randomUUID(), picture))
                .status())
        .isEqualTo(201);
    return by(s.guest()).at("id", picture).asking("size", "thumb");
  }

  private static Attempt unsubscribed(Stage s) {
    Http.Answer answer = s.guest().at("push").post("/subscriptions", device());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return by(s.guest()).at("id", answer.json().getString("id"));
  }

  /** A browser's registration; the push service is a real one's address, which nobody calls. */
  private static String device() {
    return """
        {"endpoint":"https://fcm.googleapis.com/fcm/send/%s","device":"내 휴대폰","keys":{
         "p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
         "auth":"BTBZMqHH6r4Tts7J_aSIgg"}}"""
        .formatted(UUID.randomUUID());
  }

  private static Attempt room(Stage s) {
    return by(s.guest()).at("dealId", s.deal());
  }

  private static Attempt said(Stage s) {
    return room(s).sends("{\"clientId\":\"%s\",\"text\":\"토요일에 봬요\"}".formatted(UUID.randomUUID()));
  }

  private static String deal(Stage s) {
    return """
        {"title":"제주 감귤 10 kg","description":"서귀포 농가 직송","category":"PRODUCE",
         "productUrl":"https://example.com/tangerine","totalPrice":30000,"shares":10,"hostShares":1,
         "unit":"kg","unitQuantity":1,"deadline":"%s","payment":"DIRECT","keywords":["감귤"],
         "imageIds":["%s"],"pickup":{"latitude":37.5563,"longitude":126.922,"label":"도서관 앞"}}"""
        .formatted(Instant.now().plus(Duration.ofDays(3)), s.newPicture(s.host(), "deal"));
  }

  private static String remittance(Stage s) {
    return """
        {"toNickname":"%s","amount":1,"dealId":"%s","memo":"감귤 값"}"""
        .formatted(s.guest().nickname(), s.deal());
  }

  private static String signUp() {
    return """
        {"email":"%s@example.com","password":"%s","nickname":"%s"}"""
        .formatted(UUID.randomUUID(), Neighbour.PASSWORD, name());
  }

  private static String signIn(Neighbour neighbour) {
    return """
        {"login":"%s","password":"%s","device":"내 휴대폰"}"""
        .formatted(neighbour.nickname(), Neighbour.PASSWORD);
  }

  private static String portrait(Neighbour neighbour) {
    Http.Answer answer =
        neighbour
            .at("member")
            .upload("PUT", "/members/me/picture", "file", "me.jpg", "image/jpeg", Stage.jpeg());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().getString("pictureId");
  }

  private static String renaming() {
    return """
        {"nickname":"%s","password":"%s"}"""
        .formatted(name(), Neighbour.PASSWORD);
  }

  private static String passwords() {
    return """
        {"current":"%s","next":"%s"}"""
        .formatted(Neighbour.PASSWORD, NEXT_PASSWORD);
  }

  private static String won(long amount) {
    return "{\"amount\":" + amount + "}";
  }

  private static String text(String field, String value) {
    return "{\"" + field + "\":\"" + value + "\"}";
  }

  private static String name() {
    return "e_" + Neighbour.suffix();
  }
}
