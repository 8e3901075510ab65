package kr.gonggu.deal.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.gonggu.deal.domain.Pictures;
import kr.gonggu.lib.image.EncodedImage;
import kr.gonggu.lib.image.ImageStore;

/** Pictures in the database. */
@ApplicationScoped
public class StoredPictures implements Pictures {

  private static final String SHOWN_NOWHERE =
      "NOT EXISTS (SELECT 1 FROM deal_image d WHERE d.image_id = i.id)"
          + " AND NOT EXISTS (SELECT 1 FROM deal_step s WHERE s.receipt_image_id = i.id)";

  @PersistenceContext(unitName = "deal")
  EntityManager entityManager;

  @Inject ImageStore store;

  @Override
  public UUID add(UUID uploader, EncodedImage picture) {
    return store.store(uploader, picture);
  }

  @Override
  public boolean allUploadedBy(UUID member, List<UUID> ids) {
    String places =
        IntStream.range(0, ids.size())
            .mapToObj(i -> "?" + (i + 2))
            .collect(Collectors.joining(","));
    var query =
        entityManager
            .createNativeQuery(
                "SELECT id FROM image WHERE uploader_id = ?1 AND id IN (" + places + ") FOR SHARE")
            .setParameter(1, member.toString());
    for (int i = 0; i < ids.size(); i++) {
      query.setParameter(i + 2, ids.get(i).toString());
    }
    return query.getResultList().size() == ids.size();
  }

  @Override
  public List<UUID> orphans(Instant storedBefore, int most) {
    List<?> ids =
        entityManager
            .createNativeQuery(
                "SELECT i.id FROM image i WHERE i.created_at < ?1 AND "
                    + SHOWN_NOWHERE
                    + " LIMIT ?2")
            .setParameter(1, Timestamp.from(storedBefore))
            .setParameter(2, most)
            .getResultList();
    return ids.stream().map(id -> UUID.fromString((String) id)).toList();
  }

  @Override
  public void removeOrphan(UUID id) {
    // Should a deal show it at this very moment, its foreign key keeps the picture.
    entityManager
        .createNativeQuery("DELETE i FROM image i WHERE i.id = ?1 AND " + SHOWN_NOWHERE)
        .setParameter(1, id.toString())
        .executeUpdate();
  }

  @Override
  public Optional<byte[]> find(UUID id, ImageStore.Size size) {
    return store.find(id, size);
  }
}
