package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;

/**
 * What requests need to succeed: a host, a guest who joined, a stranger, their deal with its room,
 * money, and one notification. Set up once for all tests.
 */
final class Stage {

  private static Stage stage;

  private final RunningMarket market;
  private final Neighbour host;
  private final Neighbour guest;
  private final Neighbour stranger;
  private final UUID deal;
  private final UUID picture;

  private Stage(RunningMarket market) {
    this.market = market;
    host = newcomer();
    guest = newcomer();
    stranger = newcomer();
    deal = newDeal();
    picture = newPicture(host, "deal");
    assertThat(guest.charges(50_000).status()).isEqualTo(201);
    assertThat(host.charges(50_000).status()).isEqualTo(201);
    awaitRoom(deal);
    assertThat(host.writes(deal, "어서 오세요").status()).isEqualTo(201);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(host.inbox("ENROLLMENT_CONFIRMED")).isNotEmpty();
              // Pay knows a neighbour by nickname only once that sign-up has reached it.
              assertThat(guest.remits(host.nickname(), 1, deal).status()).isEqualTo(201);
            });
  }

  static synchronized Stage of(RunningMarket market) {
    if (stage == null) {
      stage = new Stage(market);
    }
    return stage;
  }

  /** Hosts {@link #deal()}. */
  Neighbour host() {
    return host;
  }

  /** Has joined {@link #deal()} with one share. */
  Neighbour guest() {
    return guest;
  }

  /** Has nothing to do with the others. */
  Neighbour stranger() {
    return stranger;
  }

  Neighbour operator() {
    return Neighbour.operator(market);
  }

  /** Somebody of the test's own, for what ends or changes an account. */
  Neighbour newcomer() {
    return Neighbour.arrives(market, "n");
  }

  UUID deal() {
    return deal;
  }

  /** A deal of the host's that the guest has joined, for what changes it. */
  UUID newDeal() {
    UUID opened = newEmptyDeal();
    assertThat(guest.joins(opened, 1).status()).isEqualTo(201);
    return opened;
  }

  /** A deal of the host's with as many shares as host and guest take. */
  UUID newFullDeal() {
    UUID opened = host.opens("현미 4 kg", 2, 20_000);
    assertThat(guest.joins(opened, 1).status()).isEqualTo(201);
    return opened;
  }

  /** A deal of the host's that nobody has joined. */
  UUID newEmptyDeal() {
    return host.opens("현미 10 kg", 10, 50_000);
  }

  /** Waits until host and guest are in the room of a deal. */
  UUID awaitRoom(UUID dealId) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(host.room(dealId)).isNotEmpty();
              assertThat(guest.room(dealId)).isNotEmpty();
            });
    return dealId;
  }

  /** A picture that the host has uploaded to deal. */
  UUID picture() {
    return picture;
  }

  UUID newPicture(Neighbour uploader, String service) {
    return uploader.uploads(service, jpeg());
  }

  /** The newest thing that the host was told. */
  String notification() {
    return first(host, "push", "/inbox");
  }

  /** A session of somebody's. */
  String session(Neighbour neighbour) {
    return first(neighbour, "member", "/sessions");
  }

  private static String first(Neighbour neighbour, String service, String list) {
    return neighbour
        .at(service)
        .get(list)
        .json()
        .getJsonArray("items")
        .getJsonObject(0)
        .getString("id");
  }

  /** A small picture that can be shown. */
  static byte[] jpeg() {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.ORANGE);
    canvas.fillRect(0, 0, 64, 48);
    canvas.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
