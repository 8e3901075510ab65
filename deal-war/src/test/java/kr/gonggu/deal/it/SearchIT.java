package kr.gonggu.deal.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Finding deals; every test has a word, or a place on earth, of its own. */
@ArquillianTest
class SearchIT {

  private final Person host = Person.named("초록마을");

  /** Letters that no other test writes. */
  private final String word = word();

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void serviceIsReady() {
    Person.awaitService();
  }

  @Test
  void wordsAreFoundInsideOfWordsInTitleAndDescription() {
    String inTitle = open(titled(word + "노지감귤 10kg"));
    String inDescription =
        open(titled(word + " 과일").add("description", "서귀포감귤밭에서 바로 보내요. 쌀도 있어요 Airpods"));

    assertThat(find("q=" + word + " 감귤")).containsExactlyInAnyOrder(inTitle, inDescription);
    assertThat(find("q=" + word + " 지감")).containsExactly(inTitle);
    assertThat(find("q=" + word + " 쌀")).as("one syllable").containsExactly(inDescription);
    assertThat(find("q=" + word + " airpod")).containsExactly(inDescription);
    assertThat(find("q=" + word + " 10KG")).containsExactly(inTitle);
    assertThat(find("q=" + word + " 사과")).isEmpty();
    assertThat(find("q=" + word + " 감귤\" +(%_\\")).hasSize(2);
  }

  @Test
  void rareAndFrequentWordsAreFoundInLongLists() throws SQLException {
    String template = open(titled(word + " 흔한"));
    try (Connection database = ServiceUnderTest.database();
        PreparedStatement copies =
            database.prepareStatement(
                "INSERT INTO deal (id, host_id, title, description, category, keywords,"
                    + " total_price, shares, host_shares, shares_taken, unit, unit_quantity,"
                    + " deadline, latitude, longitude, pickup_label, payment, status, version,"
                    + " opened_at) WITH RECURSIVE counter (n) AS"
                    + " (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < 620)"
                    + " SELECT CONCAT(LEFT(id, 24), LPAD(LOWER(HEX(n)), 12, '0')), host_id,"
                    + " IF(n = 1, CONCAT(title, ' 드문말'), title), description, category,"
                    + " keywords, total_price, shares, host_shares, shares_taken, unit,"
                    + " unit_quantity, deadline, latitude, longitude, pickup_label, payment,"
                    + " 'COMPLETED', version, opened_at FROM deal JOIN counter WHERE id = ?")) {
      copies.setString(1, template);
      assertThat(copies.executeUpdate()).isEqualTo(620);
    }
    String oldest = template.substring(0, 24) + "000000000001";

    assertThat(find("status=COMPLETED&q=" + word + " 드문")).containsExactly(oldest);
    assertThat(find("status=COMPLETED&category=PRODUCE&q=" + word + " 문말")).containsExactly(oldest);
    assertThat(find("status=COMPLETED&category=PET&q=" + word)).isEmpty();
    for (String sort : List.of("newest", "endingSoon", "popular", "almostFull")) {
      assertThat(find("status=COMPLETED&limit=1&sort=" + sort + "&q=드문말 " + word))
          .as(sort)
          .hasSize(1);
    }
    List<String> paged = new ArrayList<>();
    String cursor = "";
    int parts = 0;
    do {
      JsonObject part =
          Person.nobody()
              .get("/deals?status=COMPLETED&limit=100&q=" + encoded(word + " 흔한") + cursor)
              .json();
      paged.addAll(ids(part));
      parts++;
      cursor = part.isNull("next") ? null : "&cursor=" + part.getString("next");
    } while (cursor != null);
    assertThat(paged).hasSize(620).doesNotHaveDuplicates();
    assertThat(parts).isEqualTo(7);
  }

  @Test
  void aListShowsWhatWasJustChanged() {
    open(titled(word));
    String first = newest();
    String deal = open(titled(word));
    assertThat(newest()).as("after " + first).isEqualTo(deal);
    host.http().post("/deals/" + deal + "/cancellation", "{\"reason\": \"x\"}");
    assertThat(newest()).isNotEqualTo(deal);
  }

  private String newest() {
    return find("sort=newest&limit=1&category=PRODUCE").get(0);
  }

  @Test
  void filtersNarrowTogether() {
    String cheap = open(titled(word).add("totalPrice", 10_000));
    String dear = open(titled(word).add("totalPrice", 90_000).add("category", "GRAIN"));

    assertThat(find("q=" + word)).containsExactly(dear, cheap);
    assertThat(find("q=" + word + "&category=GRAIN")).containsExactly(dear);
    assertThat(find("q=" + word + "&maxPrice=1000")).containsExactly(cheap);
    assertThat(find("q=" + word + "&minPrice=1001&maxPrice=9000")).containsExactly(dear);
    assertThat(find("q=" + word + "&minPrice=1001&category=PRODUCE")).isEmpty();
  }

  @Test
  void statusIsWhatCanBeJoinedUnlessAskedForOtherwise() {
    String open = open(titled(word));
    String full = open(titled(word));
    Person.named("다가져").join(full, 9);
    String cancelled = open(titled(word));
    host.http().post("/deals/" + cancelled + "/cancellation", "{\"reason\": \"x\"}");
    String late = open(titled(word).add("deadline", Instant.now().plusMillis(800).toString()));
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> host.view(late).getString("status").equals("EXPIRED"));

    assertThat(find("q=" + word)).containsExactly(open);
    assertThat(find("q=" + word + "&status=FULL")).containsExactly(full);
    assertThat(find("q=" + word + "&status=CANCELLED")).containsExactly(cancelled);
    assertThat(find("q=" + word + "&status=EXPIRED")).containsExactly(late);
    assertThat(find("q=" + word + "&status=RECRUITING&status=FULL")).containsExactly(full, open);
  }

  @Test
  void nearbyIsWithinTheRadiusAndSaysHowFar() {
    double latitude = -40 - Math.random();
    double longitude = 20 + Math.random();
    // A degree of latitude is 111 194.6 m on MySQL's sphere of 6 370 986 m.
    String here = open(at(latitude, longitude));
    String north = open(at(latitude + 990 / 111_194.6, longitude));
    String outside = open(at(latitude + 1_010 / 111_194.6, longitude));
    String corner = open(at(latitude + 0.8 * 1_000 / 111_194.6, longitude + 0.0094));

    String near = "near=" + latitude + "," + longitude;
    Http.Answer answer = Person.nobody().get("/deals?sort=nearest&radius=1000&" + near);
    assertThat(ids(answer.json())).containsExactly(here, north);
    JsonObject second = answer.json().getJsonArray("items").getJsonObject(1);
    assertThat(second.getInt("distanceMeters")).isBetween(989, 991);
    assertThat(find("sort=nearest&" + near + "&radius=2000"))
        .startsWith(here, north)
        .containsExactlyInAnyOrder(here, north, outside, corner);
    assertThat(
            Person.nobody()
                .get("/deals?limit=1")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .containsKey("distanceMeters"))
        .isFalse();
  }

  @Test
  void everyOrderIsPagedWithoutLossOrDoubles() {
    double latitude = -50 - Math.random();
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      // Two of each kind stand at the same place of each order.
      String id = open(placed(latitude, i / 2));
      opened.add(id);
      for (int viewer = 0; viewer < i / 2; viewer++) {
        Person.named("구경꾼").view(id);
      }
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> host.view(opened.get(6)).getInt("views") == 3);
    String near = "&near=" + latitude + ",10&radius=5000";
    for (String sort : List.of("newest", "endingSoon", "popular", "almostFull", "nearest")) {
      List<String> paged = new ArrayList<>();
      String cursor = "";
      do {
        JsonObject part =
            Person.nobody()
                .get("/deals?limit=3&sort=" + sort + near + "&q=" + encoded(word) + cursor)
                .json();
        paged.addAll(ids(part));
        cursor = part.isNull("next") ? null : "&cursor=" + part.getString("next");
        // What is added to the same list meanwhile, in its middle or at its beginning, neither
        // repeats nor hides anything.
        open(placed(latitude, 1));
      } while (cursor != null);
      assertThat(paged).as(sort).doesNotHaveDuplicates();
      assertThat(paged)
          .as(sort)
          .filteredOn(opened::contains)
          .containsExactlyInAnyOrderElementsOf(opened);
    }
    assertThat(ordered("newest", opened).get(0)).isEqualTo(opened.get(6));
    assertThat(ordered("endingSoon", opened).subList(0, 2))
        .containsExactlyInAnyOrder(opened.get(0), opened.get(1));
    assertThat(ordered("popular", opened).get(0)).isEqualTo(opened.get(6));
    assertThat(ordered("almostFull", opened).subList(0, 2))
        .containsExactlyInAnyOrder(opened.get(0), opened.get(1));
    assertThat(ordered("nearest" + near, opened)).last().isEqualTo(opened.get(6));
  }

  /** Of the deals of this word those asked for, in the order of the list. */
  private List<String> ordered(String sort, List<String> asked) {
    return find("limit=100&sort=" + sort + "&q=" + word).stream().filter(asked::contains).toList();
  }

  /** A deal that stands at one place of every order but the newest and the most looked at. */
  private JsonObjectBuilder placed(double latitude, int place) {
    return titled(word)
        .add("shares", 20 + place)
        .add("deadline", Instant.now().plus(Duration.ofHours(1 + place)).toString())
        .add(
            "pickup",
            Json.createObjectBuilder()
                .add("latitude", latitude + place * 0.001)
                .add("longitude", 10)
                .add("label", "여기"));
  }

  @Test
  void aCursorIsWorthNothingInAnotherSearch() {
    open(titled(word));
    open(titled(word));
    String next = Person.nobody().get("/deals?limit=1&q=" + encoded(word)).json().getString("next");

    assertThat(
            Person.nobody().get("/deals?limit=1&q=" + encoded(word) + "&cursor=" + next).status())
        .isEqualTo(200);
    for (String other :
        List.of(
            "q=" + encoded(word) + "&sort=popular&cursor=" + next,
            "q=" + encoded(word) + "&minPrice=1&cursor=" + next,
            "cursor=" + next,
            "q=" + encoded(word) + "&cursor=" + next.substring(1),
            "q=" + encoded(word) + "&cursor=%00")) {
      Http.Answer answer = Person.nobody().get("/deals?" + other);
      assertThat(answer.status()).as("%s to %s", answer, other).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("CURSOR_INVALID");
    }
    assertThat(host.http().get("/me/hosted?cursor=" + next).code()).isEqualTo("CURSOR_INVALID");
  }

  @Test
  void parametersThatAreNoneAreNamed() {
    for (String[] wrong :
        new String[][] {
          {"limit=0", "limit"},
          {"limit=101", "limit"},
          {"limit=ten", "limit"},
          {"minPrice=x", "minPrice"},
          {"sort=best", "sort"},
          {"sort=nearest", "near"},
          {"status=OPEN", "status"},
          {"category=FRUIT", "category"},
          {"near=1,2,3", "near"},
          {"near=1,2&radius=1000000", "radius"},
          {"q=%3F", "q"}
        }) {
      Http.Answer answer = Person.nobody().get("/deals?" + wrong[0]);
      assertThat(answer.status()).as("%s to %s", answer, wrong[0]).isEqualTo(400);
      assertThat(answer.json().getJsonArray("violations").getJsonObject(0).getString("field"))
          .isEqualTo(wrong[1]);
    }
  }

  @Test
  void hostsDealsAreListedLastFirst() {
    String first = open(titled(word));
    String second = open(titled(word));
    host.http().post("/deals/" + first + "/cancellation", "{\"reason\": \"x\"}");

    assertThat(ids(host.http().get("/me/hosted").json())).containsExactly(second, first);
    assertThat(ids(Person.nobody().get("/members/" + host.id() + "/hosted").json()))
        .containsExactly(second, first);
    assertThat(ids(Person.nobody().get("/members/" + UUID.randomUUID() + "/hosted").json()))
        .isEmpty();
    JsonObject part = host.http().get("/me/hosted?limit=1").json();
    assertThat(ids(host.http().get("/me/hosted?limit=1&cursor=" + part.getString("next")).json()))
        .containsExactly(first);
  }

  private String open(JsonObjectBuilder different) {
    return host.open(Person.deal(different)).getString("id");
  }

  private static JsonObjectBuilder titled(String title) {
    return Json.createObjectBuilder().add("title", title);
  }

  private JsonObjectBuilder at(double latitude, double longitude) {
    return titled(word)
        .add(
            "pickup",
            Json.createObjectBuilder()
                .add("latitude", latitude)
                .add("longitude", longitude)
                .add("label", "여기"));
  }

  private static List<String> find(String query) {
    Http.Answer answer = Person.nobody().get("/deals?" + encodedQuery(query));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return ids(answer.json());
  }

  private static List<String> ids(JsonObject page) {
    return page.getJsonArray("items").stream()
        .map(item -> item.asJsonObject().getString("id"))
        .toList();
  }

  private static String encodedQuery(String query) {
    List<String> pairs = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      pairs.add(pair.substring(0, equals + 1) + encoded(pair.substring(equals + 1)));
    }
    return String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String word() {
    StringBuilder letters = new StringBuilder();
    for (char digit : UUID.randomUUID().toString().replace("-", "").toCharArray()) {
      letters.append((char) ('가' + 28 * Character.digit(digit, 16) + 1));
    }
    return letters.substring(0, 12);
  }
}
