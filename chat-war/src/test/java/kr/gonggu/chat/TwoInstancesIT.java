package kr.gonggu.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kr.gonggu.chat.DealRoom.Person;
import kr.gonggu.localstack.FreePorts;
import kr.gonggu.localstack.LibertyServer;
import kr.gonggu.localstack.Software;
import kr.gonggu.localstack.TestStack;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A second server with the same WAR over the same database, topics and Redis. Its line to Redis
 * goes through a cable that the tests cut.
 */
@ArquillianTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoInstancesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static Cable cable;
  private static LibertyServer second;

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void prepareSecond() {
    DealRoom.awaitService();
    cable = new Cable(URI.create(TestStack.get().redisUri()));
    Map<String, String> environment =
        TestStack.get()
            .environment(
                System.getProperty("gonggu.mysql.schema.prefix"),
                System.getProperty("gonggu.topic.prefix"));
    environment.put("GONGGU_REDIS_URI", cable.address().toString());
    environment.put("GONGGU_KEYS_FOLDER", System.getProperty("gonggu.keys.folder"));
    Path root = TestStack.root();
    second =
        new LibertyServer(
            new Software(root),
            "chat-second",
            root.resolve("chat-war/target/second"),
            root.resolve("liberty-config/chat"),
            Path.of(System.getProperty("gonggu.war")),
            FreePorts.next(),
            "384m",
            environment);
  }

  /** One of the tests stops it. */
  @BeforeEach
  void secondRuns() {
    if (second.pid().isEmpty()) {
      second.start();
    }
  }

  @AfterAll
  static void stopSecond() throws IOException {
    if (second != null) {
      second.stop();
    }
    cable.close();
  }

  private static Http secondHttp() {
    return Http.at(URI.create(second.baseUri() + "/api/chat"));
  }

  private static SocketClient onSecond(Person member) {
    String ticket = SocketClient.ticket(secondHttp(), member.token());
    return SocketClient.to(
        URI.create(
            second.baseUri().toString().toLowerCase(Locale.ROOT).replace("http:", "ws:")
                + "/api/chat/socket?ticket="
                + ticket));
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  @Test
  void membersOfTwoInstancesSeeTheSameWordsInTheSameOrder() {
    DealRoom deal = DealRoom.open();
    List<Person> people = new ArrayList<>();
    people.add(deal.host);
    people.addAll(deal.join(9));
    List<SocketClient> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < people.size(); i++) {
        sockets.add(i % 2 == 0 ? people.get(i).socket() : onSecond(people.get(i)));
      }
      sockets.forEach(socket -> socket.sync(deal.id, 9).await("synced"));
      IntStream.range(0, 20)
          .forEach(i -> sockets.forEach(socket -> socket.say(deal.id, "m-" + i, "말 " + i)));

      long last = 9 + 200;
      sockets.forEach(socket -> socket.awaitNumber(deal.id, last));
      assertThat(sockets)
          .allSatisfy(socket -> assertThat(socket.numbers(deal.id)).isEqualTo(numbers(10, last)));
      List<JsonObject> order = sockets.get(0).frames("message");
      assertThat(sockets)
          .allSatisfy(socket -> assertThat(socket.frames("message")).isEqualTo(order));
    } finally {
      sockets.forEach(SocketClient::close);
    }
  }

  @Test
  void aTicketOfOneInstanceOpensASocketOnTheOther() {
    Person member = Person.called("옮긴이");
    String ticket = SocketClient.ticket(secondHttp(), member.token());
    try (SocketClient socket =
        SocketClient.to(ServiceUnderTest.socket("/socket?ticket=" + ticket))) {
      socket.send("{\"type\":\"ping\"}").await("pong");
    }
  }

  @Test
  void readMarksAndTypingAreSeenOnTheOtherInstance() {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("건너편");
    deal.host.say(deal.id, "a", "안녕하세요");
    try (SocketClient host = deal.host.socket();
        SocketClient other = onSecond(joiner)) {
      host.sync(deal.id, 2).await("synced");
      other.sync(deal.id, 2).await("synced");
      other.send("{\"type\":\"typing\",\"roomId\":\"%s\"}".formatted(deal.id));
      assertThat(host.await("typing").getString("memberId")).isEqualTo(joiner.id().toString());
      other.send("{\"type\":\"read\",\"roomId\":\"%s\",\"seq\":2}".formatted(deal.id));
      JsonObject read = host.await("read");
      assertThat(read.getString("memberId")).isEqualTo(joiner.id().toString());
      assertThat(read.getInt("seq")).isEqualTo(2);
    }
  }

  @Test
  void withoutRedisMembersOfOneInstanceSeeEachOtherAndTheOthersSeeAllAfter() {
    DealRoom deal = DealRoom.open();
    Person left = deal.join("둘째의 하나");
    Person right = deal.join("둘째의 둘");
    try (SocketClient first = deal.host.socket();
        SocketClient one = onSecond(left);
        SocketClient two = onSecond(right)) {
      List<SocketClient> all = List.of(first, one, two);
      all.forEach(socket -> socket.sync(deal.id, 2).await("synced"));

      cable.cut();
      one.say(deal.id, "o-1", "들려요?").await("ack");
      two.awaitNumber(deal.id, 3);
      two.say(deal.id, "t-1", "네!").await("ack");
      one.awaitNumber(deal.id, 4);
      first.say(deal.id, "f-1", "여기는 첫째").await("ack");
      Http.Answer noTicket = secondHttp().as(left.token()).post("/tickets", null);
      assertThat(noTicket.status()).isEqualTo(503);
      assertThat(noTicket.code()).isEqualTo("UNAVAILABLE");
      assertThat(noTicket.header("Retry-After")).isNotEmpty();
      assertThat(secondHttp().as(left.token()).get("/rooms").status()).isEqualTo(200);

      cable.mend();
      all.forEach(socket -> socket.awaitNumber(deal.id, 5));
      assertThat(all)
          .allSatisfy(socket -> assertThat(socket.numbers(deal.id)).containsExactly(3L, 4L, 5L));
    } finally {
      cable.mend();
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(secondHttp().as(left.token()).post("/tickets", null).status())
                    .isEqualTo(200));
  }

  /** Last only for speed: otherwise the next test starts the server again. */
  @Test
  @Order(Integer.MAX_VALUE)
  void anInstanceThatGoesSaysGoodbyeAndNothingIsLost() {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("이사하는이");
    try (SocketClient before = onSecond(joiner)) {
      before.sync(deal.id, 1).await("synced");
      second.stop();
      assertThat(before.await("bye").getInt("retryAfterMs")).isBetween(1, 10_000);
      assertThat(before.awaitClose()).isEqualTo(1001);
    } finally {
      second.stop();
    }
    assertThat(second.pid()).isEmpty();
    deal.host.say(deal.id, "a", "어디 갔어요?");
    try (SocketClient back = joiner.socket()) {
      back.sync(deal.id, 1).await("synced");
      assertThat(back.numbers(deal.id)).containsExactly(2L);
    }
  }
}
