package kr.gonggu.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.localstack.TestStack;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientPauseMode;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

/** The inbox live. */
@ArquillianTest
class StreamIT {

  /** More than what fits into the buffers of both sides: a kilobyte each. */
  private static final int MISSED = 20_000;

  private final Person host = Person.called("초록마을");
  private final Person joiner = Person.called("달빛이웃");
  private final UUID deal = UuidV7.next();

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void awaitService() {
    Person.awaitService();
  }

  @Test
  void theHostsBellShowsAJoinAtOnce() {
    try (LiveStream bell = LiveStream.of(host)) {
      List<Duration> waits = new ArrayList<>();
      for (int i = 1; i <= 5; i++) {
        Neighbours.joined(deal, host, joiner);
        long told = System.nanoTime();
        long came = bell.notifications(i).get(i - 1).nanos();
        waits.add(Duration.ofNanos(came - told));
      }

      JsonObject event = bell.events("notification").get(0).json();
      assertThat(event).isEqualTo(host.inbox().get(4));
      assertThat(bell.events("notification").get(0).id()).isEqualTo(event.getString("id"));
      assertThat(waits).as("through Kafka").anyMatch(wait -> wait.toMillis() < 500);
      await().atMost(Person.PATIENCE).until(() -> bell.counts().contains(5L));
      assertThat(bell.counts()).startsWith(0L).isSorted();
    }
  }

  @Test
  void everyDeviceIsToldAndNobodyElse() {
    try (LiveStream phone = LiveStream.of(host);
        LiveStream desktop = LiveStream.of(host);
        LiveStream other = LiveStream.of(joiner)) {
      Neighbours.joined(deal, host, joiner);

      assertThat(phone.notifications(1)).hasSize(1);
      assertThat(desktop.notifications(1)).hasSize(1);
      Neighbours.joined(deal, joiner, host);
      assertThat(other.notifications(1).get(0).json().getJsonObject("params").getString("memberId"))
          .isEqualTo(host.id().toString());
      assertThat(phone.events("notification")).hasSize(1);
    }
  }

  @Test
  void whoComesBackIsToldWhatWasMissedAndNothingTwice() {
    String seen;
    try (LiveStream bell = LiveStream.of(host)) {
      Neighbours.joined(deal, host, joiner);
      seen = bell.notifications(1).get(0).id();
    }
    Neighbours.joined(deal, host, joiner);
    Neighbours.left(deal, host, joiner);
    List<JsonObject> inbox = host.inbox(3);

    try (LiveStream bell = LiveStream.of(host, Map.of("Last-Event-ID", seen))) {
      List<LiveStream.Event> missed = bell.notifications(2);
      assertThat(missed.stream().map(LiveStream.Event::id))
          .containsExactly(inbox.get(1).getString("id"), inbox.get(0).getString("id"));
      assertThat(bell.counts()).containsExactly(3L);
    }
  }

  @Test
  void whoComesForTheFirstTimeIsToldTheCountOnly() {
    Neighbours.joined(deal, host, joiner);
    host.inbox(1);

    try (LiveStream bell = LiveStream.of(host);
        LiveStream odd = LiveStream.of(host, Map.of("Last-Event-ID", "not-an-id"))) {
      Neighbours.left(deal, host, joiner);

      assertThat(bell.notifications(1)).hasSize(1);
      assertThat(odd.notifications(1)).hasSize(1);
      assertThat(bell.counts()).startsWith(1L);
    }
  }

  @Test
  void readingOnOneDeviceResetsTheBellOfTheOthers() {
    try (LiveStream bell = LiveStream.of(host)) {
      Neighbours.joined(deal, host, joiner);
      String id = bell.notifications(1).get(0).id();

      host.read(id);

      await().atMost(Person.PATIENCE).until(() -> bell.counts().equals(List.of(0L, 1L, 0L)));
    }
  }

  @Test
  void messagesOfARoomReplaceEachOtherAndCountOnce() {
    try (LiveStream bell = LiveStream.of(host)) {
      for (int i = 1; i <= 3; i++) {
        Neighbours.wrote(deal, joiner, List.of(host));
        bell.notifications(i);
      }

      assertThat(bell.events("notification"))
          .extracting(event -> event.json().getJsonObject("params").getInt("count"))
          .containsExactly(1, 2, 3);
      assertThat(bell.counts()).containsExactly(0L, 1L);
      assertThat(host.inbox()).hasSize(1);
    }
  }

  /** A compressed stream would be held back until the compressor has enough. */
  @Test
  void aStreamIsWhatABrowserExpects() {
    try (LiveStream bell = LiveStream.of(host, Map.of("Accept-Encoding", "gzip, deflate, br"))) {
      assertThat(bell.response().statusCode()).isEqualTo(200);
      assertThat(bell.response().headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      assertThat(bell.response().headers().firstValue("Content-Encoding")).isEmpty();
      assertThat(bell.response().headers().firstValue("Cache-Control").orElse(""))
          .contains("no-store");
      Neighbours.joined(deal, host, joiner);
      assertThat(bell.notifications(1)).hasSize(1);
    }
  }

  @Test
  void aStreamLivesOnHeartbeatsUntilItsAccessTokenRunsOutOrItsClientTakesNothing()
      throws Exception {
    Person lazy = Person.called("느림보");
    String soonOver =
        ServiceUnderTest.tokens()
            .spoilt(
                host.id(),
                claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(5))));
    String longAgo = missedVeryMuch(lazy);
    try (LiveStream brief = LiveStream.open(soonOver, Map.of());
        LiveStream bell = LiveStream.of(host);
        Socket unread = neverReads(lazy, longAgo);
        LiveStream other = LiveStream.of(lazy)) {
      Neighbours.joined(deal, lazy, joiner);
      assertThat(other.notifications(1)).hasSize(1);
      // Longer than a server waits for an ordinary asynchronous answer, which is 30 s.
      await().atMost(Duration.ofSeconds(60)).until(() -> bell.comments().size() >= 2);
      assertThat(brief.ended()).isTrue();
      assertThat(brief.counts()).containsExactly(0L);

      Neighbours.joined(deal, host, joiner);
      assertThat(bell.notifications(1)).hasSize(1);
      await().atMost(Duration.ofSeconds(60)).until(() -> bell.comments().size() >= 3);
      assertThat(restOf(unread)).isLessThan(MISSED * 1_000L);
    }
  }

  /**
   * A phone that sleeps: its connection stands, and it takes nothing from it. It wants no second
   * request on that connection, so that the end of the stream is the end of the connection.
   */
  private static Socket neverReads(Person person, String lastEventId) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    URI server = ServiceUnderTest.server();
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    String request =
        "GET /api/push/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                .formatted(person.token())
            + "Connection: close\r\nAccept: text/event-stream\r\nLast-Event-ID: %s\r\n\r\n"
                .formatted(lastEventId);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** How many bytes still came before the end, by whichever side. */
  private static long restOf(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    try {
      InputStream in = socket.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("The stream goes on after " + bytes + " bytes", e);
    } catch (SocketException e) {
      return bytes;
    }
    return bytes;
  }

  private static String missedVeryMuch(Person person) throws SQLException {
    try (Connection database = ServiceUnderTest.database();
        Statement statement = database.createStatement()) {
      statement.execute("SET cte_max_recursion_depth = " + MISSED);
      statement.executeUpdate(
          "INSERT INTO mailbox (member_id, last_id)"
              + " VALUES ('%s', '01937b1e-6c00-7a10-8c00-ffffffffffff')".formatted(person.id()));
      statement.executeUpdate(
          "INSERT INTO notification (member_id, id, kind, facts, at) WITH RECURSIVE n AS"
              + " (SELECT 1 i UNION ALL SELECT i + 1 FROM n WHERE i < %d)".formatted(MISSED)
              + " SELECT '%s', CONCAT('01937b1e-6c00-7a10-8c00-', LOWER(LPAD(HEX(i), 12, '0'))),"
                  .formatted(person.id())
              + " 'DEAL_FULL', JSON_OBJECT('title', REPEAT('x', 1000)), NOW(6) FROM n");
    }
    return "01937b1e-6c00-7a10-8c00-000000000000";
  }

  @Test
  void theOldestOfTooManyStreamsOfOneMemberEnds() {
    List<LiveStream> streams = new ArrayList<>();
    try {
      IntStream.range(0, 9).forEach(i -> streams.add(LiveStream.of(host)));

      await().atMost(Person.PATIENCE).until(() -> streams.get(0).ended());
      Neighbours.joined(deal, host, joiner);
      streams.stream().skip(1).forEach(stream -> stream.notifications(1));
      assertThat(streams.stream().skip(1)).noneMatch(LiveStream::ended);
    } finally {
      streams.forEach(LiveStream::close);
    }
  }

  @Test
  void aStreamThatWasCutOffHoldsUpNobody() {
    LiveStream gone = LiveStream.of(host);
    gone.close();
    try (LiveStream bell = LiveStream.of(host)) {
      for (int i = 1; i <= 3; i++) {
        Neighbours.joined(deal, host, joiner);
        bell.notifications(i);
      }
      assertThat(bell.events("notification")).hasSize(3);
    }
    assertThat(ServiceUnderTest.log()).doesNotContain("Work in the background failed");
  }

  // ---- several instances ---------------------------------------------------------------------

  /** Another instance is a row in the database and a word in Redis. */
  @Test
  void whatAnotherInstanceAddsIsSeenHereAtOnce() throws SQLException {
    try (LiveStream bell = LiveStream.of(host);
        Jedis redis = new Jedis(redis())) {
      String id = addedElsewhere(host);
      redis.publish(channel(), UUID.randomUUID() + " " + joiner.id() + " " + host.id());

      LiveStream.Event event =
          await()
              .atMost(2, TimeUnit.SECONDS)
              .until(() -> bell.events("notification"), found -> !found.isEmpty())
              .get(0);
      assertThat(event.id()).isEqualTo(id);
    }
  }

  @Test
  void whatIsNotUnderstoodInRedisIsPassedOver() throws SQLException {
    try (LiveStream bell = LiveStream.of(host);
        Jedis redis = new Jedis(redis())) {
      redis.publish(channel(), "");
      redis.publish(channel(), "somebody nonsense");
      addedElsewhere(host);
      redis.publish(channel(), UUID.randomUUID() + " " + host.id());

      assertThat(bell.notifications(1)).hasSize(1);
    }
  }

  @Test
  void whatWasAddedWhileTheLineToRedisWasDownIsSeenWhenItIsBack() throws SQLException {
    try (LiveStream bell = LiveStream.of(host);
        Jedis redis = new Jedis(redis())) {
      long ended = redis.clientKill(ClientKillParams.clientKillParams().type(ClientType.PUBSUB));
      assertThat(ended).isPositive();
      addedElsewhere(host);

      // Nobody announced it; the next heartbeat would come too late for this patience.
      await().atMost(5, TimeUnit.SECONDS).until(() -> !bell.events("notification").isEmpty());
    }
  }

  @Test
  void withoutRedisThisInstanceStreamsAsBefore() {
    try (LiveStream bell = LiveStream.of(host);
        Jedis redis = new Jedis(redis())) {
      Neighbours.joined(deal, host, joiner);
      bell.notifications(1);
      redis.clientPause(4_000, ClientPauseMode.ALL);

      Neighbours.joined(deal, host, joiner);
      long told = System.nanoTime();

      long came = bell.notifications(2).get(1).nanos();
      assertThat(Duration.ofNanos(came - told)).isLessThan(Duration.ofSeconds(2));
    }
  }

  private static URI redis() {
    return URI.create(TestStack.get().redisUri());
  }

  private static String channel() {
    return ServiceUnderTest.redisPrefix() + "push:changed";
  }

  private static String addedElsewhere(Person member) throws SQLException {
    String id = UuidV7.next().toString();
    try (Connection database = ServiceUnderTest.database();
        PreparedStatement mailbox =
            database.prepareStatement(
                "INSERT INTO mailbox (member_id, last_id) VALUES (?, ?) AS new"
                    + " ON DUPLICATE KEY UPDATE last_id = new.last_id");
        PreparedStatement notification =
            database.prepareStatement(
                "INSERT INTO notification (member_id, id, kind, facts, at)"
                    + " VALUES (?, ?, 'DEAL_FULL', '{\"title\":\"쌀 20kg\"}', NOW(6))")) {
      mailbox.setString(1, member.id().toString());
      mailbox.setString(2, id);
      mailbox.executeUpdate();
      notification.setString(1, member.id().toString());
      notification.setString(2, id);
      notification.executeUpdate();
    }
    return id;
  }
}
