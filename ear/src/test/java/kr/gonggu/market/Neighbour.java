package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kr.gonggu.testkit.Http;

/** A member who acts through HTTP alone, as the PWA does. */
final class Neighbour {

  /** The nickname that the market under test makes an operator. */
  static final String OPERATOR = "operator_" + suffix();

  /** Everybody's. */
  static final String PASSWORD = "correct horse battery";

  private static final Map<Market, Neighbour> OPERATORS = new ConcurrentHashMap<>();

  private final Market market;
  private final UUID id;
  private final String nickname;
  private final String refreshToken;

  private String accessToken;
  private Instant accessTokenIsOldAt;

  private Neighbour(Market market, UUID id, String nickname, Http.Answer signIn) {
    this.market = market;
    this.id = id;
    this.nickname = nickname;
    this.refreshToken = signIn.header("Set-Cookie").replaceFirst("^refresh=([^;]*).*", "$1");
    keepAccessToken(signIn);
  }

  private void keepAccessToken(Http.Answer signIn) {
    accessToken = signIn.json().getString("accessToken");
    accessTokenIsOldAt = Instant.now().plusSeconds(signIn.json().getInt("expiresIn") / 2);
  }

  /** A market's operator: the same for all tests. */
  static Neighbour operator(Market market) {
    return OPERATORS.computeIfAbsent(market, place -> arrivesAs(place, OPERATOR));
  }

  /** Somebody new, signed up and signed in. */
  static Neighbour arrives(Market market, String root) {
    return arrivesAs(market, root + "_" + suffix());
  }

  static Neighbour arrivesAs(Market market, String nickname) {
    Http member = market.service("member");
    Http.Answer signUp =
        member.post(
            "/members",
            Json.createObjectBuilder()
                .add("email", UUID.randomUUID() + "@example.com")
                .add("password", PASSWORD)
                .add("nickname", nickname)
                .build()
                .toString());
    assertThat(signUp.status()).as(signUp.toString()).isEqualTo(201);
    return signIn(market, UUID.fromString(signUp.json().getString("id")), nickname);
  }

  /** The same member, signed in again on one more device. */
  Neighbour returns() {
    return signIn(market, id, nickname);
  }

  private static Neighbour signIn(Market market, UUID id, String nickname) {
    return new Neighbour(market, id, nickname, signIn(market, nickname));
  }

  private static Http.Answer signIn(Market market, String nickname) {
    Http.Answer signIn =
        market
            .service("member")
            .post(
                "/sessions",
                Json.createObjectBuilder()
                    .add("login", nickname)
                    .add("password", PASSWORD)
                    .build()
                    .toString());
    assertThat(signIn.status()).as(signIn.toString()).isEqualTo(200);
    return signIn;
  }

  UUID id() {
    return id;
  }

  String nickname() {
    return nickname;
  }

  /** Valid for some minutes: whoever is shared by tests that take long signs in again. */
  synchronized String accessToken() {
    if (Instant.now().isAfter(accessTokenIsOldAt)) {
      keepAccessToken(signIn(market, nickname));
    }
    return accessToken;
  }

  /** Value of the cookie {@code refresh} that signing in set. */
  String refreshToken() {
    return refreshToken;
  }

  /** A client of a service, signed in as this member. */
  Http at(String service) {
    return market.service(service).as(accessToken());
  }

  /** Opens a deal in 서교동 and returns its id. */
  UUID opens(String title, int shares, long totalPrice) {
    return opens(title, shares, totalPrice, List.of());
  }

  /**
   * Opens a deal in 서교동.
   *
   * @param pictures ids of what the host has uploaded for it
   * @return its id
   */
  UUID opens(String title, int shares, long totalPrice, List<UUID> pictures) {
    Http.Answer answer =
        at("deal")
            .post(
                "/deals",
                Json.createObjectBuilder()
                    .add("title", title)
                    .add("description", "도서관 앞에서 나눠요.")
                    .add("category", "GRAIN")
                    .add("totalPrice", totalPrice)
                    .add("shares", shares)
                    .add("hostShares", 1)
                    .add("unit", "kg")
                    .add("unitQuantity", 5)
                    .add("deadline", Instant.now().plus(Duration.ofDays(3)).toString())
                    .add(
                        "pickup",
                        Json.createObjectBuilder()
                            .add("latitude", 37.5563)
                            .add("longitude", 126.9220)
                            .add("label", "서교동 도서관"))
                    .add("payment", "DIRECT")
                    .add(
                        "imageIds",
                        Json.createArrayBuilder(pictures.stream().map(UUID::toString).toList()))
                    .build()
                    .toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return UUID.fromString(answer.json().getString("id"));
  }

  /**
   * Uploads a picture.
   *
   * @param service {@code deal} or {@code chat}
   * @return its id
   */
  UUID uploads(String service, byte[] jpeg) {
    Http.Answer answer = at(service).upload("/images", "file", "rice.jpg", "image/jpeg", jpeg);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return UUID.fromString(answer.json().getString("id"));
  }

  Http.Answer joins(UUID deal, int quantity) {
    return at("deal")
        .with("Idempotency-Key", UUID.randomUUID().toString())
        .post("/deals/" + deal + "/enrollments", "{\"quantity\":" + quantity + "}");
  }

  Http.Answer charges(long won) {
    return at("pay")
        .with("Idempotency-Key", UUID.randomUUID().toString())
        .post("/charges", "{\"amount\":" + won + "}");
  }

  Http.Answer remits(String toNickname, long won, UUID deal) {
    return at("pay")
        .with("Idempotency-Key", UUID.randomUUID().toString())
        .post(
            "/remittances",
            Json.createObjectBuilder()
                .add("toNickname", toNickname)
                .add("amount", won)
                .add("dealId", deal.toString())
                .build()
                .toString());
  }

  Http.Answer writes(UUID deal, String text) {
    return at("chat")
        .post(
            "/rooms/" + deal + "/messages",
            Json.createObjectBuilder()
                .add("clientId", UUID.randomUUID().toString())
                .add("text", text)
                .build()
                .toString());
  }

  /** What the inbox holds of one kind. */
  List<JsonObject> inbox(String kind) {
    return items(at("push").get("/inbox?limit=100")).stream()
        .filter(item -> item.getString("kind").equals(kind))
        .toList();
  }

  /** The room's messages and notices, oldest first. */
  List<JsonObject> room(UUID deal) {
    Http.Answer answer = at("chat").get("/rooms/" + deal + "/messages?after=0&limit=100");
    return answer.status() == 200 ? items(answer) : List.of();
  }

  private static List<JsonObject> items(Http.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().getJsonArray("items").stream().map(JsonValue::asJsonObject).toList();
  }

  /** Makes names unique, so that tests share a market. */
  static String suffix() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
