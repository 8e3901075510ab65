package kr.gonggu.deal.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pictures of deals. */
@ArquillianTest
class ImagesIT {

  private final Person host = Person.named("초록마을");

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void serviceIsReady() {
    Person.awaitService();
  }

  @Test
  void aPictureIsKeptAndServedInTwoSizesForEver() throws IOException {
    Http.Answer kept = upload(host, picture("png", 2000, 1000));
    assertThat(kept.status()).as("%s", kept).isEqualTo(201);
    assertThat(kept.json().getInt("width")).isEqualTo(1600);
    assertThat(kept.json().getInt("height")).isEqualTo(800);
    String path = "/images/" + kept.json().getString("id");

    Http.Answer full = Person.nobody().get(path);
    assertThat(full.status()).isEqualTo(200);
    assertThat(full.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(full.header("Cache-Control"))
        .contains("public")
        .contains("immutable")
        .contains("max-age=31536000");
    assertThat(full.header("X-Content-Type-Options")).isEqualTo("nosniff");
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(full.bytes()));
    assertThat(shown.getWidth()).isEqualTo(1600);

    Http.Answer thumb = Person.nobody().get(path + "?size=thumb");
    assertThat(ImageIO.read(new ByteArrayInputStream(thumb.bytes())).getWidth()).isEqualTo(480);
    assertThat(thumb.header("ETag")).isNotEqualTo(full.header("ETag")).isNotEmpty();

    Http.Answer known =
        Person.nobody().with("If-None-Match", full.header("ETag")).get(path + "?size=full");
    assertThat(known.status()).isEqualTo(304);
    assertThat(known.bytes()).isEmpty();
    assertThat(Person.nobody().get(path + "?size=huge").status()).isEqualTo(400);
    assertThat(Person.nobody().get("/images/" + UUID.randomUUID()).code()).isEqualTo("NOT_FOUND");
    assertThat(Person.nobody().get("/images/x").code()).isEqualTo("NOT_FOUND");
    assertThat(
            Person.nobody().with("If-None-Match", "*").get("/images/" + UUID.randomUUID()).code())
        .as("what is not there has not stayed the same")
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void aDealShowsItsHostsPicturesInOrder() throws IOException {
    String first = upload(host, picture("jpg", 300, 200)).json().getString("id");
    String second = upload(host, picture("png", 200, 300)).json().getString("id");

    String deal =
        host.open(
                Person.deal(
                    Json.createObjectBuilder()
                        .add("imageIds", Json.createArrayBuilder().add(second).add(first))))
            .getString("id");
    assertThat(host.view(deal).getJsonArray("images").toString())
        .isEqualTo("[\"%s\",\"%s\"]".formatted(second, first));
    assertThat(
            host.http()
                .get("/me/hosted")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("imageId"))
        .isEqualTo(second);

    Http.Answer turned =
        host.http()
            .with("If-Match", "\"1\"")
            .patch("/deals/" + deal, "{\"imageIds\": [\"%s\",\"%s\"]}".formatted(first, second));
    assertThat(turned.json().getJsonArray("images").toString())
        .isEqualTo("[\"%s\",\"%s\"]".formatted(first, second));

    Http.Answer edited =
        host.http()
            .with("If-Match", "\"2\"")
            .patch("/deals/" + deal, "{\"imageIds\": [\"%s\"]}".formatted(first));
    assertThat(edited.json().getJsonArray("images").toString())
        .isEqualTo("[\"%s\"]".formatted(first));
    Http.Answer untouched =
        host.http().with("If-Match", "\"3\"").patch("/deals/" + deal, "{\"title\": \"귤\"}");
    assertThat(untouched.json().getJsonArray("images")).hasSize(1);
    Http.Answer emptied =
        host.http().with("If-Match", "\"4\"").patch("/deals/" + deal, "{\"imageIds\": []}");
    assertThat(emptied.json().getJsonArray("images")).isEmpty();
  }

  @Test
  void nobodyShowsSomebodyElsesPictures() throws IOException {
    String hosts = upload(host, picture("jpg", 100, 100)).json().getString("id");

    Http.Answer stolen =
        Person.named("달빛이웃")
            .http()
            .post(
                "/deals",
                Person.deal(
                        Json.createObjectBuilder()
                            .add("imageIds", Json.createArrayBuilder().add(hosts)))
                    .toString());

    assertThat(stolen.code()).isEqualTo("IMAGE_UNKNOWN");
  }

  @Test
  void whatIsNoPictureIsRefusedWhateverItClaims() throws IOException {
    assertThat(upload(host, "GIF89a<script>".getBytes(StandardCharsets.UTF_8)).code())
        .isEqualTo("IMAGE_INVALID");
    byte[] cut = Arrays.copyOf(picture("png", 500, 500), 200);
    assertThat(upload(host, cut).code()).isEqualTo("IMAGE_INVALID");
    assertThat(upload(host, new byte[0]).code()).isEqualTo("IMAGE_INVALID");
    Http.Answer large = upload(host, new byte[5 * 1024 * 1024 + 1]);
    assertThat(large.status()).as("%s", large).isEqualTo(413);
    assertThat(upload(host, new byte[12 * 1024 * 1024]).status()).isEqualTo(413);
    Http.Answer unnamed =
        host.http().upload("/images", "other", "a.png", "image/png", picture("png", 10, 10));
    assertThat(unnamed.status()).as("%s", unnamed).isEqualTo(400);
    for (String type : List.of("application/json", "text/plain", "image/jpeg")) {
      for (String body : List.of("{}", "no JSON")) {
        Http.Answer other =
            host.http().send("POST", "/images", type, body.getBytes(StandardCharsets.UTF_8));
        assertThat(other.status() + " " + other.code())
            .as("%s: %s", type, body)
            .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        Http.Answer nobodys =
            Person.nobody().send("POST", "/images", type, body.getBytes(StandardCharsets.UTF_8));
        assertThat(nobodys.status()).as("%s", nobodys).isEqualTo(401);
      }
    }
    Http.Answer noForm =
        host.http().send("POST", "/images", "multipart/form-data", new byte[] {1, 2, 3});
    assertThat(noForm.status()).as("%s", noForm).isEqualTo(400);
  }

  private static Http.Answer upload(Person who, byte[] bytes) {
    return who.http().upload("/images", "file", "귤.png", "image/png", bytes);
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
}
