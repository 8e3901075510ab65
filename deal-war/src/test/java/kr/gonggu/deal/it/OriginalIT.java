package kr.gonggu.deal.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;
import kr.gonggu.testkit.Topic;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What the system of 2022 did with deals and pictures works here, and each of its defects is
 * absent. One test per line of that list, named after it.
 */
@ArquillianTest
class OriginalIT {

  private static final Topic TOLD = ServiceUnderTest.topic("deal.events");

  private final Person host = Person.named("초록마을");
  private final Person neighbour = Person.named("달빛이웃");

  /** Letters that no other test writes. */
  private final String word = "귤" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void serviceIsReady() {
    Person.awaitService();
  }

  @Test
  @DisplayName("did: create, edit, soft-delete")
  void createEditDelete() {
    String deal = host.open();
    assertThat(edit(host, deal, "{\"title\": \"노지 감귤\"}").status()).isEqualTo(200);
    assertThat(host.view(deal).getString("title")).isEqualTo("노지 감귤");

    host.http().post("/deals/" + deal + "/cancellation", "{\"reason\": \"품절이에요\"}");

    assertThat(Person.nobody().get("/deals/" + deal).json().getString("status"))
        .as("given up, and still there for who had joined")
        .isEqualTo("CANCELLED");
  }

  @Test
  @DisplayName("did: list by title, category, price range, distance")
  void listByTitleCategoryPriceRangeDistance() {
    String deal = open(titled(word + "감귤"));
    open(titled("다른 " + word.substring(0, 5)).add("category", "GRAIN"));
    String near = "&near=" + Person.LATITUDE + "," + Person.LONGITUDE + "&radius=3000";

    assertThat(find("q=" + word + "&category=PRODUCE&minPrice=3000&maxPrice=3000" + near))
        .containsExactly(deal);
    assertThat(find("q=" + word + "&category=GRAIN")).isEmpty();
    assertThat(find("q=" + word + "&minPrice=3001")).isEmpty();
    assertThat(find("q=" + word + "&near=35.1,129.0&radius=3000")).isEmpty();
  }

  @Test
  @DisplayName("did: sort by newest, views, fewest left")
  void sortByNewestViewsFewestLeft() {
    String first = open(titled(word));
    String second = open(titled(word));
    String third = open(titled(word));
    neighbour.join(first, 3);
    Person.named("구경꾼").view(second);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> host.view(second).getInt("views") == 1);
    assertThat(find("sort=newest&q=" + word)).containsExactly(third, second, first);
    assertThat(find("sort=almostFull&q=" + word)).startsWith(first);
    assertThat(find("sort=popular&q=" + word)).contains(second);
  }

  @Test
  @DisplayName("did: keywords")
  void keywords() {
    String deal =
        open(
            Json.createObjectBuilder()
                .add("keywords", Json.createArrayBuilder().add("감귤").add("제주")));

    assertThat(host.view(deal).getJsonArray("keywords").toString()).isEqualTo("[\"감귤\",\"제주\"]");
    assertThat(json(told(deal, "DealOpened", 1).get(0)).getJsonArray("keywords").toString())
        .as("for who asked to be alerted")
        .isEqualTo("[\"감귤\",\"제주\"]");
  }

  @Test
  @DisplayName("did: images with thumbnail")
  void imagesWithThumbnail() throws IOException {
    String image = upload(host, picture()).json().getString("id");
    String deal = open(titled(word).add("imageIds", Json.createArrayBuilder().add(image)));

    assertThat(host.view(deal).getJsonArray("images").getString(0)).isEqualTo(image);
    Http.Answer thumb = Person.nobody().get("/images/" + image + "?size=thumb");
    assertThat(thumb.status()).isEqualTo(200);
    assertThat(thumb.bytes().length)
        .isLessThan(Person.nobody().get("/images/" + image).bytes().length);
  }

  @Test
  @DisplayName("did: view count")
  void viewCount() {
    String deal = host.open();
    neighbour.view(deal);
    neighbour.view(deal);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> host.view(deal).getInt("views") == 1);
  }

  @Test
  @DisplayName("did: deadline")
  void deadline() {
    String deal = open(endsIn(Duration.ofMillis(1200)));

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> host.view(deal).getString("status").equals("EXPIRED"));
  }

  @Test
  @DisplayName("did: join, change quantity, leave; who joined")
  void joinChangeQuantityLeaveWhoJoined() {
    String deal = host.open();
    assertThat(neighbour.join(deal, 2).status()).isEqualTo(201);
    assertThat(neighbour.change(deal, 4).json().getInt("quantity")).isEqualTo(4);
    assertThat(
            host.http()
                .get("/deals/" + deal + "/enrollments")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonObject("member")
                .getString("nickname"))
        .isEqualTo("달빛이웃");
    assertThat(neighbour.leave(deal).status()).isEqualTo(204);
    assertThat(host.view(deal).getInt("sharesTaken")).isEqualTo(1);
  }

  @Test
  @DisplayName("did: my sales, my purchases; a host's other deals")
  void mySalesMyPurchasesAHostsOtherDeals() {
    String first = host.open();
    String second = host.open();
    neighbour.join(first, 1);

    assertThat(ids(host.http().get("/me/hosted"))).containsExactly(second, first);
    assertThat(ids(Person.nobody().get("/members/" + host.id() + "/hosted")))
        .containsExactly(second, first);
    assertThat(
            neighbour
                .http()
                .get("/me/enrolled")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonObject("deal")
                .getString("id"))
        .isEqualTo(first);
  }

  @Test
  @DisplayName("did: \"closing soon\" batch; now 24 hours and 1 hour before, once each")
  void closingSoon() {
    String tomorrow = open(endsIn(Duration.ofHours(24).plusMillis(1500)));
    neighbour.join(tomorrow, 2);
    String soon = open(endsIn(Duration.ofHours(1).plusMillis(1500)));
    String late = open(endsIn(Duration.ofMinutes(59)));

    JsonObject day = json(told(tomorrow, "DealClosingSoon", 1).get(0));
    assertThat(day.getInt("hoursLeft")).isEqualTo(24);
    assertThat(day.getString("hostId")).isEqualTo(host.id().toString());
    assertThat(day.getJsonArray("memberIds").toString()).isEqualTo("[\"" + neighbour.id() + "\"]");
    assertThat(json(told(soon, "DealClosingSoon", 1).get(0)).getInt("hoursLeft")).isEqualTo(1);
    // Later rounds of the timer have run when a look has been counted, and told nothing more.
    neighbour.view(late);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> host.view(late).getInt("views") == 1);
    assertThat(TOLD.all("DealClosingSoon", tomorrow)).hasSize(1);
    assertThat(TOLD.all("DealClosingSoon", soon)).hasSize(1);
    assertThat(TOLD.all("DealClosingSoon", late)).as("opened too late for it").isEmpty();
  }

  @Test
  @DisplayName("defect: no owner check")
  void noOwnerCheck() {
    String deal = host.open();

    assertThat(edit(neighbour, deal, "{\"title\": \"내 거\"}").code()).isEqualTo("NOT_THE_HOST");
    assertThat(
            neighbour.http().post("/deals/" + deal + "/cancellation", "{\"reason\": \"x\"}").code())
        .isEqualTo("NOT_THE_HOST");
    assertThat(neighbour.http().post("/deals/" + deal + "/status", "{\"to\": \"ORDERED\"}").code())
        .isEqualTo("NOT_THE_HOST");
    assertThat(host.view(deal).getInt("version")).isEqualTo(1);
  }

  @Test
  @DisplayName("defect: negative quantities")
  void negativeQuantities() {
    String deal = host.open();

    assertThat(neighbour.join(deal, -3).status()).isEqualTo(400);
    neighbour.join(deal, 2);
    assertThat(neighbour.change(deal, -1).status()).isEqualTo(400);
    assertThat(neighbour.change(deal, 0).status()).isEqualTo(400);
    assertThat(host.view(deal).getInt("sharesTaken")).isEqualTo(3);
  }

  @Test
  @DisplayName("defect: joining expired or deleted deals")
  void joiningExpiredOrDeletedDeals() {
    String cancelled = host.open();
    host.http().post("/deals/" + cancelled + "/cancellation", "{\"reason\": \"x\"}");
    String expired = open(endsIn(Duration.ofMillis(900)));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> host.view(expired).getString("status").equals("EXPIRED"));

    assertThat(neighbour.join(cancelled, 1).code()).isEqualTo("DEAL_CANCELLED");
    assertThat(neighbour.join(expired, 1).code()).isEqualTo("DEAL_EXPIRED");
  }

  @Test
  @DisplayName(
      "defect: a lock that may lapse inside the transaction and whose time-out is announced as"
          + " joined")
  void onlyWhoHasSharesIsAnnouncedAsJoined() {
    String deal = open(Json.createObjectBuilder().add("shares", 10).add("hostShares", 0));
    List<Person> members = IntStream.range(0, 40).mapToObj(i -> Person.named("이웃" + i)).toList();

    List<CompletableFuture<Http.Answer>> calls =
        members.stream()
            .map(
                member ->
                    member
                        .http()
                        .with("Idempotency-Key", UUID.randomUUID().toString())
                        .sendLater("POST", "/deals/" + deal + "/enrollments", "{\"quantity\": 1}"))
            .toList();

    Set<String> accepted = new HashSet<>();
    for (int i = 0; i < members.size(); i++) {
      Http.Answer answer = calls.get(i).join();
      assertThat(answer.status()).isIn(201, 409);
      if (answer.status() == 201) {
        accepted.add(members.get(i).id().toString());
      }
    }
    assertThat(accepted).hasSize(10);
    told(deal, "DealFull", 1);
    assertThat(TOLD.all("EnrollmentConfirmed", deal))
        .extracting(event -> json(event).getString("memberId"))
        .containsExactlyInAnyOrderElementsOf(accepted);
  }

  @Test
  @DisplayName("defect: completion never fires above 127")
  void completionFiresAbove127() {
    String deal =
        open(
            Json.createObjectBuilder()
                .add("totalPrice", 900_000)
                .add("shares", 300)
                .add("hostShares", 1));
    neighbour.join(deal, 150);
    Person.named("이웃2").join(deal, 149);

    assertThat(host.view(deal).getString("status")).isEqualTo("FULL");
    assertThat(told(deal, "DealFull", 1)).hasSize(1);
  }

  @Test
  @DisplayName("defect: one deal without image breaks the list")
  void aDealWithoutImageDoesNotBreakTheList() throws IOException {
    String image = upload(host, picture()).json().getString("id");
    String pictured = open(titled(word).add("imageIds", Json.createArrayBuilder().add(image)));
    String plain = open(titled(word));

    assertThat(find("q=" + word)).containsExactly(plain, pictured);
    assertThat(ids(host.http().get("/me/hosted"))).containsExactly(plain, pictured);
  }

  @Test
  @DisplayName("defect: price computed differently on server and form")
  void thePriceIsTheSameEverywhere() {
    String deal = open(titled(word).add("totalPrice", 100_000).add("shares", 7));
    Http.Answer joined = neighbour.join(deal, 3);

    assertThat(host.view(deal).getInt("pricePerShare")).isEqualTo(14_285);
    JsonObject listed =
        Person.nobody()
            .get("/deals?q=" + encoded(word))
            .json()
            .getJsonArray("items")
            .getJsonObject(0);
    assertThat(listed.getInt("pricePerShare")).isEqualTo(14_285);
    assertThat(joined.json().getInt("amount")).isEqualTo(3 * 14_285);
    assertThat(neighbour.view(deal).getJsonObject("mine").getInt("amount")).isEqualTo(3 * 14_285);
    assertThat(json(told(deal, "EnrollmentConfirmed", 1).get(0)).getInt("amount"))
        .isEqualTo(3 * 14_285);
  }

  @Test
  @DisplayName("image did: at most 5 MiB, images only")
  void imagesOnlyAndAtMostFiveMebibytes() throws IOException {
    assertThat(upload(host, picture()).status()).isEqualTo(201);
    assertThat(upload(host, new byte[5 * 1024 * 1024 + 1]).status()).isEqualTo(413);
    assertThat(upload(host, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)).code())
        .isEqualTo("IMAGE_INVALID");
  }

  @Test
  @DisplayName("image defect: no authentication")
  void imagesAreUploadedByMembersOnly() throws IOException {
    Http.Answer answer = Person.nobody().upload("/images", "file", "a.png", "image/png", picture());

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  @DisplayName("image defect: trusts the declared type")
  void theDeclaredTypeIsNotTrusted() throws IOException {
    assertThat(
            host.http()
                .upload(
                    "/images",
                    "file",
                    "a.png",
                    "image/png",
                    "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))
                .code())
        .isEqualTo("IMAGE_INVALID");
    Http.Answer kept = host.http().upload("/images", "file", "a.html", "text/html", picture());
    assertThat(kept.status()).as("%s", kept).isEqualTo(201);
    assertThat(Person.nobody().get("/images/" + kept.json().getString("id")).header("Content-Type"))
        .isEqualTo("image/jpeg");
  }

  private String open(JsonObjectBuilder different) {
    return host.open(Person.deal(different)).getString("id");
  }

  private static JsonObjectBuilder titled(String title) {
    return Json.createObjectBuilder().add("title", title);
  }

  private static JsonObjectBuilder endsIn(Duration duration) {
    return Json.createObjectBuilder().add("deadline", Instant.now().plus(duration).toString());
  }

  private static Http.Answer edit(Person who, String deal, String body) {
    return who.http().with("If-Match", "*").patch("/deals/" + deal, body);
  }

  private static List<String> find(String query) {
    String address =
        Pattern.compile("(?<=q=)[^&]*").matcher(query).replaceAll(q -> encoded(q.group()));
    Http.Answer answer = Person.nobody().get("/deals?" + address);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return ids(answer);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> ids(Http.Answer page) {
    return page.json().getJsonArray("items").stream()
        .map(item -> item.asJsonObject().getString("id"))
        .toList();
  }

  private static List<Topic.Event> told(String deal, String type, int number) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> TOLD.all(type, deal), events -> events.size() >= number);
  }

  private static JsonObject json(Topic.Event event) {
    return Json.createReader(new StringReader(event.json())).readObject();
  }

  private static Http.Answer upload(Person who, byte[] bytes) {
    return who.http().upload("/images", "file", "귤.png", "image/png", bytes);
  }

  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 900; x++) {
      for (int y = 0; y < 600; y++) {
        image.setRGB(x, y, (x * 31 + y * 17) & 0xffffff);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
