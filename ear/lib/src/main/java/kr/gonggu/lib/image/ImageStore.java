package kr.gonggu.lib.image;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;

/** Pictures as rows of a service's schema: one commit, one backup, served by any instance. */
public final class ImageStore {

  private final EntityManager entityManager;
  private final Clock clock;

  /**
   * @param entityManager the service's transaction-scoped entity manager
   * @param clock gives the time of storing
   */
  public ImageStore(EntityManager entityManager, Clock clock) {
    this.entityManager = entityManager;
    this.clock = clock;
  }

  /** The two sizes that are kept. */
  public enum Size {
    THUMB("thumb_jpeg"),
    FULL("full_jpeg");

    private final String column;

    Size(String column) {
      this.column = column;
    }
  }

  /**
   * Stores a picture in the current transaction.
   *
   * @return its id
   */
  public UUID store(UUID uploader, EncodedImage image) {
    UUID id = UuidV7.next();
    entityManager
        .createNativeQuery(
            "INSERT INTO image (id, uploader_id, width, height, full_jpeg, thumb_jpeg, created_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .setParameter(1, id.toString())
        .setParameter(2, uploader.toString())
        .setParameter(3, image.width())
        .setParameter(4, image.height())
        .setParameter(5, image.full())
        .setParameter(6, image.thumb())
        .setParameter(7, Timestamp.from(clock.instant()))
        .executeUpdate();
    return id;
  }

  /** The JPEG of a picture in one size, or empty when there is no such picture. */
  public Optional<byte[]> find(UUID id, Size size) {
    List<?> rows =
        entityManager
            .createNativeQuery("SELECT " + size.column + " FROM image WHERE id = ?1")
            .setParameter(1, id.toString())
            .getResultList();
    return rows.isEmpty() ? Optional.empty() : Optional.of((byte[]) rows.get(0));
  }

  /** Who uploaded a picture, or empty when there is no such picture. */
  public Optional<UUID> uploader(UUID id) {
    List<?> rows =
        entityManager
            .createNativeQuery("SELECT uploader_id FROM image WHERE id = ?1")
            .setParameter(1, id.toString())
            .getResultList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString((String) rows.get(0)));
  }
}
