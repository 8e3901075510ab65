package kr.gonggu.lib.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import kr.gonggu.lib.persistence.TestSchema;
import kr.gonggu.lib.service.TestService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pictures as rows, on a real MySQL. */
class ImageStoreIT {

  private static final UUID UPLOADER = UUID.fromString("0192f0c1-2b7a-7c31-8f55-0e2f4a6b8c9d");
  private static final byte[] FULL = bytes(1_500_000, 1);
  private static final byte[] THUMB = bytes(40_000, 2);

  private final TestSchema schema = TestSchema.empty();
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T01:02:03Z"), ZoneOffset.UTC);
  private final TestService service = TestService.silent(schema.dataSource(), clock).up();
  private final ImageStore images = new ImageStore(service.entityManager(), clock);

  @AfterEach
  void stop() throws InterruptedException {
    service.close();
  }

  private static byte[] bytes(int count, int seed) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * seed);
    }
    return bytes;
  }

  private UUID store() {
    return service.callInTransaction(
        () -> images.store(UPLOADER, new EncodedImage(FULL, THUMB, 1600, 1200)));
  }

  @Test
  void aPictureIsFoundInBothSizesByteForByte() {
    UUID id = store();

    assertThat(images.find(id, ImageStore.Size.FULL))
        .hasValueSatisfying(found -> assertThat(Arrays.equals(found, FULL)).isTrue());
    assertThat(images.find(id, ImageStore.Size.THUMB))
        .hasValueSatisfying(found -> assertThat(Arrays.equals(found, THUMB)).isTrue());
    assertThat(images.uploader(id)).contains(UPLOADER);
    assertThat(schema.value("SELECT CONCAT(width, 'x', height, ' ', created_at) FROM image"))
        .isEqualTo("1600x1200 2026-11-23 01:02:03.000000");
  }

  @Test
  void thereIsNoSuchPicture() {
    store();

    assertThat(images.find(UUID.randomUUID(), ImageStore.Size.FULL)).isEmpty();
    assertThat(images.uploader(UUID.randomUUID())).isEmpty();
  }

  @Test
  void aPictureGoesWithTheTransactionItBelongsTo() {
    assertThatThrownBy(
            () ->
                service.inTransaction(
                    () -> {
                      images.store(UPLOADER, new EncodedImage(FULL, THUMB, 1600, 1200));
                      throw new IllegalStateException("the deal is refused");
                    }))
        .hasMessage("the deal is refused");

    assertThat(schema.count("image")).isZero();
  }
}
