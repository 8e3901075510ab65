package kr.gonggu.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import kr.gonggu.chat.DealRoom.Person;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pictures in messages. */
@ArquillianTest
class PicturesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void ready() {
    DealRoom.awaitService();
  }

  private static Http.Answer upload(Person who, byte[] bytes) {
    return who.http().upload("/images", "file", "귤.png", "image/png", bytes);
  }

  private static String uploaded(Person who) throws IOException {
    Http.Answer kept = upload(who, picture("png", 40, 20));
    assertThat(kept.status()).as("%s", kept).isEqualTo(201);
    return kept.json().getString("id");
  }

  private static Http.Answer show(Person who, DealRoom deal, String clientId, String image) {
    return who.http()
        .post(
            "/rooms/" + deal.id + "/messages",
            "{\"clientId\":\"%s\",\"imageId\":\"%s\"}".formatted(clientId, image));
  }

  private static String sendFrame(DealRoom deal, String clientId, String image) {
    return "{\"type\":\"send\",\"roomId\":\"%s\",\"clientId\":\"%s\",\"imageId\":\"%s\"}"
        .formatted(deal.id, clientId, image);
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      image.setRGB(x, x * height / width, Color.ORANGE.getRGB());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  @Test
  void aPictureIsSentOverTheSocketSeenLiveInTheListAndByThePush() throws IOException {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("사진사");
    String image = uploaded(joiner);
    try (SocketClient host = deal.host.socket();
        SocketClient socket = joiner.socket()) {
      host.sync(deal.id, 1).await("synced");
      socket.send(sendFrame(deal, "p", image));
      assertThat(socket.await("ack").getInt("seq")).isEqualTo(2);
      JsonObject message = host.await("message");
      assertThat(message.getString("imageId")).isEqualTo(image);
      assertThat(message.containsKey("text")).isFalse();
    }
    JsonObject last = deal.host.room(deal.id).getJsonObject("lastMessage");
    assertThat(last.getString("imageId")).isEqualTo(image);
    assertThat(deal.host.room(deal.id).getInt("unread")).isEqualTo(1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        ServiceUnderTest.topic("chat.events")
                            .all("MessageSent", deal.id.toString()))
                    .singleElement()
                    .satisfies(
                        event ->
                            assertThat(event.json())
                                .contains("\"imageId\":\"" + image + "\"")
                                .doesNotContain("\"text\"")));
  }

  @Test
  void aPictureIsServedInTwoSizesToItsRoomAndKeptByTheBrowserAlone() throws IOException {
    DealRoom deal = DealRoom.open();
    Http.Answer kept = upload(deal.host, picture("png", 2000, 1000));
    assertThat(kept.status()).as("%s", kept).isEqualTo(201);
    assertThat(kept.json().getInt("width")).isEqualTo(1600);
    assertThat(kept.json().getInt("height")).isEqualTo(800);
    String path = "/images/" + kept.json().getString("id");
    assertThat(kept.header("Location")).endsWith("/api/chat" + path);

    Http.Answer full = deal.host.http().get(path);
    assertThat(full.status()).isEqualTo(200);
    assertThat(full.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(full.header("Cache-Control")).contains("private").contains("immutable");
    assertThat(full.header("X-Content-Type-Options")).isEqualTo("nosniff");
    Http.Answer thumb = deal.host.http().get(path + "?size=thumb");
    assertThat(ImageIO.read(new ByteArrayInputStream(thumb.bytes())).getWidth()).isEqualTo(480);
    assertThat(deal.host.http().with("If-None-Match", full.header("ETag")).get(path).status())
        .isEqualTo(304);
    assertThat(deal.host.http().get(path + "?size=huge").status()).isEqualTo(400);
  }

  @Test
  void onlyWhoSeesTheMessageSeesThePicture() throws IOException {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("감귤언니");
    Person leaver = deal.join("나그네");
    DealRoom elsewhere = DealRoom.open();
    String image = uploaded(joiner);
    String path = "/images/" + image;
    assertThat(joiner.http().get(path).status()).isEqualTo(200);
    assertThat(deal.host.http().get(path).code()).as("not sent yet").isEqualTo("NOT_FOUND");

    assertThat(show(joiner, deal, "a", image).status()).isEqualTo(201);
    assertThat(deal.host.http().get(path).status()).isEqualTo(200);
    deal.dismiss(leaver);
    deal.awaitSeq(4);
    assertThat(leaver.http().get(path).status()).as("was there").isEqualTo(200);
    String later = uploaded(joiner);
    assertThat(show(joiner, deal, "b", later).status()).isEqualTo(201);
    assertThat(leaver.http().get("/images/" + later).code()).isEqualTo("NOT_FOUND");

    for (Http.Answer refused :
        List.of(
            elsewhere.host.http().get(path),
            elsewhere.host.http().with("If-None-Match", "*").get(path),
            deal.host.http().get("/images/" + UUID.randomUUID()),
            deal.host.http().get("/images/x"))) {
      assertThat(refused.status()).as("%s", refused).isEqualTo(404);
      assertThat(refused.code()).isEqualTo("NOT_FOUND");
    }
    assertThat(ServiceUnderTest.http().get(path).status()).isEqualTo(401);
    assertThat(
            ServiceUnderTest.http()
                .upload("/images", "file", "a.png", "image/png", picture("png", 10, 10))
                .status())
        .isEqualTo(401);
  }

  @Test
  void nobodySendsSomebodyElsesPictureToLookAtIt() throws IOException {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("훔치는이");
    String hosts = uploaded(deal.host);
    Http.Answer stolen = show(joiner, deal, "a", hosts);
    assertThat(stolen.status()).isEqualTo(400);
    assertThat(stolen.code()).isEqualTo("NO_SUCH_IMAGE");
    try (SocketClient socket = joiner.socket()) {
      socket.send(sendFrame(deal, "b", hosts));
      assertThat(socket.await("error").getString("code")).isEqualTo("NO_SUCH_IMAGE");
    }
    assertThat(joiner.http().get("/images/" + hosts).status()).isEqualTo(404);
    assertThat(deal.lastSeq()).isEqualTo(1);
  }

  @Test
  void whoIsInNoRoomHasNobodyToShowAPictureTo() throws IOException {
    Http.Answer refused = upload(Person.called("낯선이"), picture("png", 10, 10));
    assertThat(refused.status()).as("%s", refused).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("NOT_IN_ROOM");
  }

  @Test
  void whatIsNoPictureIsRefusedWhateverItClaims() throws IOException {
    Person host = DealRoom.open().host;
    assertThat(upload(host, "GIF89a<script>".getBytes(StandardCharsets.UTF_8)).code())
        .isEqualTo("IMAGE_INVALID");
    assertThat(upload(host, Arrays.copyOf(picture("png", 500, 500), 200)).code())
        .isEqualTo("IMAGE_INVALID");
    assertThat(upload(host, new byte[5 * 1024 * 1024 + 1]).status()).isEqualTo(413);
    Http.Answer unnamed =
        host.http().upload("/images", "other", "a.png", "image/png", picture("png", 10, 10));
    assertThat(unnamed.code()).as("%s", unnamed).isEqualTo("VALIDATION_FAILED");
    assertThat(host.http().post("/images", "{}").status()).isEqualTo(415);
  }
}
