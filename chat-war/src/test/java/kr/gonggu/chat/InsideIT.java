package kr.gonggu.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kr.gonggu.chat.application.AdmitMember;
import kr.gonggu.chat.application.KeepPicture;
import kr.gonggu.chat.application.LiveRooms;
import kr.gonggu.chat.application.OpenRoom;
import kr.gonggu.chat.application.PostMessages;
import kr.gonggu.chat.application.PostMessages.Post;
import kr.gonggu.chat.application.RemoveOrphanPictures;
import kr.gonggu.chat.domain.Draft;
import kr.gonggu.chat.domain.Heading;
import kr.gonggu.chat.domain.Listener;
import kr.gonggu.chat.domain.Neighbour;
import kr.gonggu.chat.domain.Pictures;
import kr.gonggu.lib.image.EncodedImage;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Runs inside the server: what commits together and what a rollback leaves behind. */
@ArquillianTest
class InsideIT {

  @Resource(lookup = "jdbc/chat")
  DataSource dataSource;

  @Inject ServiceRuntime runtime;
  @Inject OpenRoom openRoom;
  @Inject AdmitMember admitMember;
  @Inject PostMessages postMessages;
  @Inject LiveRooms liveRooms;
  @Inject KeepPicture keepPicture;
  @Inject RemoveOrphanPictures removeOrphanPictures;
  @Inject Pictures pictures;

  private final UUID room = UUID.randomUUID();
  private final Neighbour host = new Neighbour(UUID.randomUUID(), "주최자");

  @Deployment
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  /** A connection that counts. */
  private final class Ear implements Listener {
    private int heard;

    @Override
    public UUID memberId() {
      return host.id();
    }

    @Override
    public void send(String frame) {
      heard++;
    }

    @Override
    public void whenDrained(Runnable work) {
      work.run();
    }

    @Override
    public void dismiss() {}
  }

  @Test
  void aMessageItsNumberAndItsEventCommitTogetherOrNotAtAllAndOnlyThenAreSeen() throws Exception {
    ready();
    runtime.inTransaction(() -> openRoom.open(room, new Heading("감귤", null), host));
    Ear ear = new Ear();
    var attendance = liveRooms.enter(ear);
    liveRooms.release(attendance);
    try {
      assertThrows(
          IllegalStateException.class,
          () ->
              runtime.inTransaction(
                  () -> {
                    say("a");
                    throw new IllegalStateException("after the message was stored");
                  }));
      assertEquals(0, count("SELECT COUNT(*) FROM entry WHERE room_id = ?"));
      assertEquals(0, count("SELECT last_seq FROM room WHERE id = ?"));
      assertEquals(0, ear.heard);

      runtime.inTransaction(
          () -> {
            say("a");
            assertEquals(0, ear.heard, "nothing is seen before the commit");
            // The relay takes the row away as soon as it is committed: it is looked for before.
            assertEquals(
                1,
                runtimeCount(
                    "SELECT COUNT(*) FROM outbox WHERE subject = ? AND type = 'MessageSent'"));
          });
      assertEquals(1, count("SELECT COUNT(*) FROM entry WHERE room_id = ?"));
      assertEquals(1, count("SELECT last_seq FROM room WHERE id = ?"));
      assertEquals(1, ear.heard);
    } finally {
      liveRooms.leave(attendance);
    }
  }

  @Test
  void aNoticeOfATransactionThatRollsBackTakesNoNumber() throws Exception {
    ready();
    openRoom.open(room, new Heading("감귤", null), host);
    assertThrows(
        IllegalStateException.class,
        () ->
            runtime.inTransaction(
                () -> {
                  admitMember.admit(room, new Neighbour(UUID.randomUUID(), "새이웃"));
                  throw new IllegalStateException("redelivered later");
                }));
    say("a");
    assertEquals(1, count("SELECT last_seq FROM room WHERE id = ?"));
    assertEquals(1, count("SELECT COUNT(*) FROM entry WHERE room_id = ?"));
  }

  @Test
  void koreanSortsAsKoreansSort() throws Exception {
    ready();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT '가' < '나' AND '나' < '다' AND '라' < '힣' COLLATE utf8mb4_0900_ai_ci,"
                    + " @@collation_database");
        ResultSet row = select.executeQuery()) {
      assertTrue(row.next() && row.getBoolean(1));
      assertEquals("utf8mb4_0900_ai_ci", row.getString(2));
    }
  }

  @Test
  void aPictureThatNoMessageShowsIsRemovedAfterADay() throws Exception {
    ready();
    openRoom.open(room, new Heading("감귤", null), host);
    EncodedImage picture = new EncodedImage(new byte[] {1}, new byte[] {1}, 1, 1);
    UUID shown = keepPicture.keep(host.id(), picture);
    UUID forgotten = keepPicture.keep(host.id(), picture);
    UUID fresh = keepPicture.keep(host.id(), picture);
    postMessages
        .post(room, List.of(new Post(host.id(), new Draft("p", null, shown))))
        .get(0)
        .orThrow();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement age =
            connection.prepareStatement(
                "UPDATE image SET created_at = created_at - INTERVAL 25 HOUR WHERE id IN (?, ?)")) {
      age.setString(1, shown.toString());
      age.setString(2, forgotten.toString());
      assertEquals(2, age.executeUpdate());
    }
    assertFalse(removeOrphanPictures.remove(), "there are no more");
    assertTrue(pictures.visibleTo(host.id(), shown));
    assertFalse(pictures.visibleTo(host.id(), forgotten));
    assertTrue(pictures.visibleTo(host.id(), fresh));
  }

  private void say(String clientId) {
    postMessages
        .post(room, List.of(new Post(host.id(), new Draft(clientId, "안녕하세요", null))))
        .get(0)
        .orThrow();
  }

  private void ready() throws Exception {
    runtime.runWhenReady(() -> {}).toCompletableFuture().get();
  }

  private int count(String query) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, room.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  private int runtimeCount(String query) {
    try {
      return count(query);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
