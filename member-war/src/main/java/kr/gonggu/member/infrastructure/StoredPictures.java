package kr.gonggu.member.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.image.EncodedImage;
import kr.gonggu.lib.image.ImageCodec;
import kr.gonggu.lib.image.ImageStore;
import kr.gonggu.member.domain.Pictures;

/** Pictures in the database. */
@ApplicationScoped
public class StoredPictures implements Pictures {

  @PersistenceContext(unitName = "member")
  EntityManager entityManager;

  @Inject Clock clock;

  /** What reads uploads. */
  @Produces
  @Singleton
  ImageCodec imageCodec() {
    return new ImageCodec();
  }

  @Override
  public UUID replace(UUID memberId, EncodedImage picture) {
    drop(memberId);
    return store().store(memberId, picture);
  }

  @Override
  public void drop(UUID memberId) {
    entityManager
        .createNativeQuery("DELETE FROM image WHERE uploader_id = ?1")
        .setParameter(1, memberId.toString())
        .executeUpdate();
  }

  @Override
  public Optional<byte[]> find(UUID id, ImageStore.Size size) {
    return store().find(id, size);
  }

  private ImageStore store() {
    return new ImageStore(entityManager, clock);
  }
}
