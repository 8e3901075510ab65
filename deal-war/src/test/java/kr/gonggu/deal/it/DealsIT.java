package kr.gonggu.deal.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Opening, looking at, changing and giving up deals, through HTTP on the real database. */
@ArquillianTest
class DealsIT {

  private final Person host = Person.named("초록마을");
  private final Person neighbour = Person.named("달빛이웃");

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void serviceIsReady() {
    Person.awaitService();
  }

  @Test
  void aDealIsOpenedAndSeenByEverybody() {
    Http.Answer opened =
        host.http()
            .post(
                "/deals",
                Person.deal(
                        Json.createObjectBuilder()
                            .add("title", "  제주 감귤 10kg ")
                            .add("productUrl", "https://example.com/tangerine?a=1")
                            .add("unitQuantity", 0.5)
                            .add(
                                "keywords",
                                Json.createArrayBuilder().add("감귤").add("과일").add("감귤")))
                    .toString());

    assertThat(opened.status()).as("%s", opened).isEqualTo(201);
    assertThat(opened.header("ETag")).isEqualTo("\"1\"");
    String id = opened.json().getString("id");
    assertThat(opened.header("Location")).endsWith("/api/deal/deals/" + id);

    JsonObject seen = Person.nobody().get("/deals/" + id).json();
    assertThat(seen.getString("title")).isEqualTo("제주 감귤 10kg");
    assertThat(seen.getString("status")).isEqualTo("RECRUITING");
    assertThat(seen.getInt("sharesTaken")).isEqualTo(1);
    assertThat(seen.getInt("pricePerShare")).isEqualTo(3_000);
    assertThat(seen.getJsonNumber("unitQuantity").toString()).isEqualTo("0.5");
    assertThat(seen.getJsonObject("host").getString("nickname")).isEqualTo("초록마을");
    assertThat(seen.getJsonObject("host").getString("id")).isEqualTo(host.id().toString());
    assertThat(seen.getJsonArray("keywords").toString()).isEqualTo("[\"감귤\",\"과일\"]");
    assertThat(seen.getJsonArray("images")).isEmpty();
    assertThat(seen.getJsonObject("pickup").getJsonNumber("latitude").doubleValue())
        .isEqualTo(Person.LATITUDE);
    assertThat(seen.containsKey("mine")).isFalse();
    assertThat(seen.getInt("version")).isEqualTo(1);
  }

  @Test
  void anOpeningThatIsSentAgainOpensOneDeal() {
    String deal = Person.deal().toString();
    Http keyed = host.http().with("Idempotency-Key", UUID.randomUUID().toString());
    List<Http.Answer> answers =
        IntStream.range(0, 6).parallel().mapToObj(i -> keyed.post("/deals", deal)).toList();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(answers.stream().map(answer -> answer.json().getString("id")).distinct()).hasSize(1);
    assertThat(host.http().get("/me/hosted").json().getJsonArray("items")).hasSize(1);

    Http.Answer other =
        keyed.post("/deals", Person.deal("/title", Json.createValue("제주 한라봉")).toString());
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().getString("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    Http.Answer unreadable =
        host.http().with("Idempotency-Key", "x".repeat(65)).post("/deals", deal);
    assertThat(unreadable.status()).isEqualTo(400);
    assertThat(host.http().get("/me/hosted").json().getJsonArray("items")).hasSize(1);
    assertThat(host.open()).as("without a key each is another").isNotEqualTo(host.open());
  }

  @Test
  void readersSeeTheirOwnEnrolmentAndOthersDoNot() {
    String deal = host.open();
    neighbour.join(deal, 2);

    assertThat(neighbour.view(deal).getJsonObject("mine").getInt("quantity")).isEqualTo(2);
    assertThat(neighbour.view(deal).getJsonObject("mine").getInt("amount")).isEqualTo(6_000);
    assertThat(host.view(deal).containsKey("mine")).isFalse();
    assertThat(Person.nobody().get("/deals/" + deal).json().containsKey("mine")).isFalse();
  }

  @Test
  void aLookCountsOncePerMemberAndDayAndNeverTheHosts() {
    String deal = host.open();
    Person other = Person.named("이웃2");

    host.view(deal);
    Person.nobody().get("/deals/" + deal);
    neighbour.view(deal);
    neighbour.view(deal);
    other.view(deal);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> host.view(deal).getInt("views") == 2);
    neighbour.view(deal);
    other.view(deal);
    Person.named("이웃3").view(deal);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> host.view(deal).getInt("views") == 3);
  }

  static Stream<Arguments> spoiltDeals() {
    Instant now = Instant.now();
    return Stream.of(
        arguments("/title", Json.createValue(""), "title"),
        arguments("/title", Json.createValue("  "), "title"),
        arguments("/title", Json.createValue("가".repeat(101)), "title"),
        arguments("/title", JsonValue.NULL, "title"),
        arguments("/title", Json.createObjectBuilder().build(), null),
        arguments("/description", Json.createValue("가".repeat(5001)), "description"),
        arguments("/category", Json.createValue("FRUIT"), "category"),
        arguments("/category", JsonValue.NULL, "category"),
        arguments("/totalPrice", Json.createValue(0), "totalPrice"),
        arguments("/totalPrice", Json.createValue(-30_000), "totalPrice"),
        arguments("/totalPrice", Json.createValue(100_000_001), "totalPrice"),
        arguments("/totalPrice", Json.createValue(9), "totalPrice"),
        arguments("/totalPrice", Json.createValue("lots"), "totalPrice"),
        arguments("/totalPrice", Json.createValue(new java.math.BigDecimal("1e30")), "totalPrice"),
        arguments("/totalPrice", Json.createValue(30_000.5), "totalPrice"),
        arguments("/shares", Json.createValue(1), "shares"),
        arguments("/shares", Json.createValue(1001), "shares"),
        arguments("/shares", Json.createValue(-10), "shares"),
        arguments("/shares", Json.createValue(4_294_967_306L), "shares"),
        arguments("/hostShares", Json.createValue(10), "hostShares"),
        arguments("/hostShares", Json.createValue(-1), "hostShares"),
        arguments("/unit", Json.createValue(" "), "unit"),
        arguments("/unitQuantity", Json.createValue(0), "unitQuantity"),
        arguments("/unitQuantity", Json.createValue(-1), "unitQuantity"),
        arguments("/unitQuantity", Json.createValue(1_000_000), "unitQuantity"),
        arguments("/unitQuantity", Json.createValue(0.0001), "unitQuantity"),
        arguments("/deadline", Json.createValue(now.minusSeconds(1).toString()), "deadline"),
        arguments(
            "/deadline", Json.createValue(now.plus(Duration.ofDays(61)).toString()), "deadline"),
        arguments("/deadline", Json.createValue("tomorrow"), null),
        arguments("/deadline", Json.createValue(12), null),
        arguments("/pickup/latitude", Json.createValue(90.1), "pickup.latitude"),
        arguments("/pickup/longitude", Json.createValue(-180.1), "pickup.longitude"),
        arguments("/pickup/label", Json.createValue(""), "pickup.label"),
        arguments("/pickup", JsonValue.NULL, "pickup"),
        arguments("/payment", Json.createValue("CASH"), "payment"),
        arguments("/payment", Json.createValue("ESCROW"), "payment"));
  }

  @ParameterizedTest
  @MethodSource("spoiltDeals")
  void whatIsNoDealIsRefusedAndLeavesNothing(String pointer, JsonValue value, String field) {
    Http.Answer answer = host.http().post("/deals", Person.deal(pointer, value).toString());

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.code()).as("%s", answer).isNotEmpty();
    if (field != null) {
      assertThat(answer.json().getJsonArray("violations").getJsonObject(0).getString("field"))
          .as("%s", answer)
          .isEqualTo(field);
    }
    assertThat(host.http().get("/me/hosted").json().getJsonArray("items")).isEmpty();
  }

  @Test
  void escrowHasACodeOfItsOwn() {
    assertThat(
            host.http()
                .post("/deals", Person.deal("/payment", Json.createValue("ESCROW")).toString())
                .code())
        .isEqualTo("ESCROW_NOT_AVAILABLE");
  }

  @Test
  void optionalFieldsAreCheckedToo() {
    for (JsonObject wrong :
        List.of(
            Person.deal(Json.createObjectBuilder().add("productUrl", "javascript:alert(1)")),
            Person.deal(Json.createObjectBuilder().add("productUrl", "ftp://example.com")),
            Person.deal(
                Json.createObjectBuilder()
                    .add(
                        "keywords",
                        Json.createArrayBuilder(
                            IntStream.range(0, 11).mapToObj(i -> "말" + i).toList()))),
            Person.deal(
                Json.createObjectBuilder().add("keywords", Json.createArrayBuilder().add(" "))),
            Person.deal(
                Json.createObjectBuilder()
                    .add("imageIds", Json.createArrayBuilder().add("not-an-id"))),
            Person.deal(
                Json.createObjectBuilder()
                    .add(
                        "imageIds",
                        Json.createArrayBuilder().add(UUID.randomUUID().toString()))))) {
      Http.Answer answer = host.http().post("/deals", wrong.toString());
      assertThat(answer.status()).as("%s to %s", answer, wrong).isEqualTo(400);
      assertThat(answer.code()).isNotEmpty();
    }
  }

  @Test
  void bodiesThatAreNoJsonObjectAreRefused() {
    for (String body : List.of("", "{", "[]", "null", "\"deal\"", "{\"title\": }")) {
      Http.Answer answer = host.http().post("/deals", body);
      assertThat(answer.status()).as("%s to <%s>", answer, body).isEqualTo(400);
      assertThat(answer.code()).as("%s to <%s>", answer, body).isNotEmpty();
    }
    Http.Answer huge = host.http().post("/deals", "{\"title\": \"" + "x".repeat(1 << 21) + "\"}");
    assertThat(huge.status()).isEqualTo(413);
    Http.Answer text = host.http().send("POST", "/deals", "text/plain", new byte[] {65});
    assertThat(text.status()).isEqualTo(415);
    assertThat(text.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void unknownDealsAreNotFound() {
    for (String id : List.of(UUID.randomUUID().toString(), "not-an-id", "%27")) {
      Http.Answer answer = neighbour.http().get("/deals/" + id);
      assertThat(answer.status()).as("%s", answer).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("NOT_FOUND");
    }
    Http.Answer joined = neighbour.join(UUID.randomUUID().toString(), 1);
    assertThat(joined.code()).isEqualTo("NOT_FOUND");
    Http.Answer participants = neighbour.http().get("/deals/" + UUID.randomUUID() + "/enrollments");
    assertThat(participants.code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void theHostEditsUponTheVersionItHasSeen() {
    String deal = host.open();

    Http.Answer edited = edit(host, deal, "\"1\"", "{\"title\": \"노지 감귤\", \"totalPrice\": 20000}");
    assertThat(edited.status()).as("%s", edited).isEqualTo(200);
    assertThat(edited.header("ETag")).isEqualTo("\"2\"");
    assertThat(edited.json().getString("title")).isEqualTo("노지 감귤");
    assertThat(edited.json().getInt("pricePerShare")).isEqualTo(2_000);
    assertThat(edited.json().getString("description")).isEqualTo("노지 감귤이에요");

    assertThat(edit(host, deal, "\"1\"", "{\"title\": \"늦은 수정\"}").status()).isEqualTo(412);
    assertThat(edit(host, deal, "nonsense", "{\"title\": \"x\"}").code())
        .isEqualTo("VERSION_CONFLICT");
    assertThat(host.http().patch("/deals/" + deal, "{\"title\": \"x\"}").code())
        .isEqualTo("VERSION_REQUIRED");
    assertThat(edit(host, deal, "*", "{\"productUrl\": \"http://a.kr\"}").status()).isEqualTo(200);
    assertThat(edit(host, deal, "\"3\"", "{\"productUrl\": \"\"}").json().containsKey("productUrl"))
        .isFalse();
    assertThat(host.view(deal).getString("title")).isEqualTo("노지 감귤");
  }

  @Test
  void whatTheHostChangedIsKept() {
    String deal = host.open();
    edit(host, deal, "\"1\"", "{\"title\": \"노지 감귤\", \"totalPrice\": 20000}");
    edit(host, deal, "\"2\"", "{\"title\": \"노지 감귤\"}");
    edit(host, deal, "\"3\"", "{\"title\": \"새벽 감귤\"}");

    String path = "/deals/" + deal + "/revisions";
    JsonObject kept = Person.nobody().get(path).json();
    assertThat(kept.getJsonArray("items")).as("two of three changed something").hasSize(2);
    JsonObject first = kept.getJsonArray("items").getJsonObject(1);
    assertThat(first.getInt("version")).isEqualTo(2);
    assertThat(first.getJsonArray("changes").toString())
        .isEqualTo(
            "[{\"after\":\"노지 감귤\",\"before\":\"제주 감귤 10kg\",\"field\":\"title\"},"
                + "{\"after\":\"20000\",\"before\":\"30005\",\"field\":\"totalPrice\"}]");
    String next = Person.nobody().get(path + "?limit=1").json().getString("next");
    assertThat(
            Person.nobody()
                .get(path + "?limit=1&cursor=" + next)
                .json()
                .getJsonArray("items")
                .getJsonObject(0))
        .isEqualTo(first);
    assertThat(Person.nobody().get("/deals/" + UUID.randomUUID() + "/revisions").status())
        .isEqualTo(404);
    assertThat(Person.nobody().get("/deals/" + host.open() + "/revisions").json().toString())
        .isEqualTo("{\"items\":[],\"next\":null}");
  }

  @Test
  void termsAreFixedOnceSomebodyHasJoined() {
    String deal = host.open();
    neighbour.join(deal, 1);

    for (String change :
        List.of(
            "{\"totalPrice\": 20000}",
            "{\"shares\": 12}",
            "{\"hostShares\": 2}",
            "{\"unit\": \"box\"}",
            "{\"unitQuantity\": 2}",
            "{\"deadline\": \"%s\"}".formatted(Instant.now().plusSeconds(60)),
            "{\"pickup\": {\"latitude\": 37, \"longitude\": 127, \"label\": \"여기\"}}")) {
      Http.Answer answer = edit(host, deal, "\"1\"", change);
      assertThat(answer.code()).as("%s to %s", answer, change).isEqualTo("TERMS_FIXED");
    }
    assertThat(edit(host, deal, "\"1\"", "{\"description\": \"더 달아요\"}").status()).isEqualTo(200);

    neighbour.leave(deal);
    assertThat(edit(host, deal, "\"2\"", "{\"totalPrice\": 20000}").status()).isEqualTo(200);
  }

  @Test
  void editsAreCheckedLikeNewDeals() {
    String deal = host.open();
    for (String wrong :
        List.of(
            "{\"title\": \" \"}",
            "{\"shares\": 1}",
            "{\"hostShares\": 10}",
            "{\"totalPrice\": 5}",
            "{\"category\": \"NONE\"}",
            "{\"deadline\": \"2020-01-01T00:00:00Z\"}",
            "{\"imageIds\": [\"%s\"]}".formatted(UUID.randomUUID()))) {
      Http.Answer answer = edit(host, deal, "\"1\"", wrong);
      assertThat(answer.status()).as("%s to %s", answer, wrong).isEqualTo(400);
      assertThat(answer.code()).isNotEmpty();
    }
    assertThat(host.view(deal).getInt("version")).isEqualTo(1);
  }

  @Test
  void theHostGivesADealUpAndEveryEnrolmentEnds() {
    String deal = host.open();
    neighbour.join(deal, 2);
    Person leaver = Person.named("달빛마루");
    leaver.join(deal, 1);
    leaver.leave(deal);

    Http.Answer cancelled =
        host.http().post("/deals/" + deal + "/cancellation", "{\"reason\": \"품절이에요\"}");

    assertThat(cancelled.status()).as("%s", cancelled).isEqualTo(200);
    assertThat(cancelled.json().getString("status")).isEqualTo("CANCELLED");
    assertThat(cancelled.json().getString("cancelCause")).isEqualTo("BY_HOST");
    assertThat(cancelled.json().getString("cancelReason")).isEqualTo("품절이에요");
    JsonObject ended = neighbour.view(deal).getJsonObject("mine");
    assertThat(ended.getString("status")).isEqualTo("CANCELLED");
    assertThat(ended.getInt("amount")).isEqualTo(6_000);
    assertThat(leaver.view(deal).containsKey("mine")).isFalse();
    assertThat(neighbour.join(deal, 1).code()).isEqualTo("DEAL_CANCELLED");
    assertThat(neighbour.leave(deal).code()).isEqualTo("NOT_JOINED");
    assertThat(edit(host, deal, "*", "{\"title\": \"x\"}").code()).isEqualTo("DEAL_CANCELLED");
    assertThat(host.http().post("/deals/" + deal + "/cancellation", "{\"reason\": \"또\"}").code())
        .isEqualTo("DEAL_CANCELLED");
    assertThat(host.http().post("/deals/" + deal + "/cancellation", "{\"reason\": \" \"}").status())
        .isEqualTo(400);

    JsonObject mine =
        neighbour.http().get("/me/enrolled").json().getJsonArray("items").getJsonObject(0);
    assertThat(mine.getJsonObject("deal").getString("status")).isEqualTo("CANCELLED");
    assertThat(mine.getJsonObject("enrollment").getString("status")).isEqualTo("CANCELLED");
  }

  @Test
  void nobodyAndStrangersChangeNothing() {
    String deal = host.open();
    Http nobody = Person.nobody();
    UUID someone = UUID.randomUUID();
    for (Http who :
        List.of(
            nobody,
            nobody.as(ServiceUnderTest.tokens().forged(someone)),
            nobody.as(ServiceUnderTest.tokens().unsigned(someone)),
            nobody.as(ServiceUnderTest.tokens().expired(someone)))) {
      for (Http.Answer answer :
          List.of(
              who.post("/deals", Person.deal().toString()),
              who.with("If-Match", "*").patch("/deals/" + deal, "{\"title\": \"x\"}"),
              who.post("/deals/" + deal + "/cancellation", "{\"reason\": \"x\"}"),
              who.with("Idempotency-Key", "k")
                  .post("/deals/" + deal + "/enrollments", "{\"quantity\": 1}"),
              who.patch("/deals/" + deal + "/enrollments/me", "{\"quantity\": 1}"),
              who.delete("/deals/" + deal + "/enrollments/me"),
              who.get("/deals/" + deal + "/enrollments"),
              who.post("/deals/" + deal + "/status", "{\"to\": \"ORDERED\"}"),
              who.post("/deals/" + deal + "/enrollments/me/receipt", ""),
              who.get("/me/hosted"),
              who.get("/me/enrolled"),
              who.upload("/images", "file", "a.jpg", "image/jpeg", new byte[10]))) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(401);
      }
    }
    assertThat(edit(neighbour, deal, "\"1\"", "{\"title\": \"내 거\"}").code())
        .isEqualTo("NOT_THE_HOST");
    assertThat(
            neighbour.http().post("/deals/" + deal + "/cancellation", "{\"reason\": \"x\"}").code())
        .isEqualTo("NOT_THE_HOST");
    JsonObject same = host.view(deal);
    assertThat(same.getInt("version")).isEqualTo(1);
    assertThat(same.getString("status")).isEqualTo("RECRUITING");
    assertThat(same.getInt("sharesTaken")).isEqualTo(1);
  }

  @Test
  void aDealExpiresAtItsDeadline() {
    String deal =
        host.open(
                Person.deal(
                    "/deadline", Json.createValue(Instant.now().plusMillis(1500).toString())))
            .getString("id");
    neighbour.join(deal, 1);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> host.view(deal).getString("status").equals("EXPIRED"));

    assertThat(Person.named("늦은이").join(deal, 1).code()).isEqualTo("DEAL_EXPIRED");
    assertThat(neighbour.leave(deal).code()).isEqualTo("DEAL_EXPIRED");
    assertThat(neighbour.change(deal, 2).code()).isEqualTo("DEAL_EXPIRED");
    assertThat(edit(host, deal, "*", "{\"title\": \"x\"}").code()).isEqualTo("DEAL_EXPIRED");
  }

  @Test
  void categoriesAreNamedInTheReadersLanguage() {
    JsonObject korean = Person.nobody().get("/categories").array().getJsonObject(0);
    assertThat(korean.getString("id")).isEqualTo("PRODUCE");
    assertThat(korean.getString("name")).isEqualTo("과일·채소");
    assertThat(
            Person.nobody()
                .with("Accept-Language", "fr, en-GB;q=0.8, ko;q=0.5")
                .get("/categories")
                .array()
                .getJsonObject(0)
                .getString("name"))
        .isEqualTo("Fruit & vegetables");
  }

  @Test
  void healthSaysWhatItWaitsFor() {
    Http server = Http.at(ServiceUnderTest.server());
    for (String check : List.of("/health/started", "/health/ready", "/health/live")) {
      Http.Answer answer = server.get(check);
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      assertThat(answer.text()).contains("\"deal\"");
    }
  }

  private static Http.Answer edit(Person who, String deal, String ifMatch, String body) {
    return who.http().with("If-Match", ifMatch).patch("/deals/" + deal, body);
  }
}
