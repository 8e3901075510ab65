package kr.gonggu.chat.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.gonggu.chat.domain.Pictures;
import kr.gonggu.lib.image.EncodedImage;
import kr.gonggu.lib.image.ImageStore;

/** Pictures in the database. */
@ApplicationScoped
public class StoredPictures implements Pictures {

  @PersistenceContext(unitName = "chat")
  EntityManager entityManager;

  @Inject ImageStore store;

  @Override
  public UUID add(UUID uploader, EncodedImage picture) {
    return store.store(uploader, picture);
  }

  @Override
  public Map<UUID, UUID> uploaders(Collection<UUID> ids) {
    List<UUID> all = new ArrayList<>(ids);
    Query query =
        entityManager.createNativeQuery(
            "SELECT id, uploader_id FROM image WHERE id IN ("
                + IntStream.rangeClosed(1, all.size())
                    .mapToObj(i -> "?" + i)
                    .collect(Collectors.joining(","))
                + ") FOR SHARE");
    for (int i = 0; i < all.size(); i++) {
      query.setParameter(i + 1, all.get(i).toString());
    }
    Map<UUID, UUID> uploaders = new HashMap<>();
    for (Object row : query.getResultList()) {
      Object[] columns = (Object[]) row;
      uploaders.put(UUID.fromString((String) columns[0]), UUID.fromString((String) columns[1]));
    }
    return uploaders;
  }

  @Override
  public boolean visibleTo(UUID memberId, UUID id) {
    return !entityManager
        .createNativeQuery(
            "SELECT 1 FROM image WHERE id = ?1 AND uploader_id = ?2"
                + " UNION ALL"
                + " SELECT 1 FROM entry e JOIN membership m"
                + " ON m.room_id = e.room_id AND m.member_id = ?2"
                + " WHERE e.image_id = ?1 AND e.seq <= COALESCE(m.left_seq, e.seq)"
                + " LIMIT 1")
        .setParameter(1, id.toString())
        .setParameter(2, memberId.toString())
        .getResultList()
        .isEmpty();
  }

  @Override
  public Optional<byte[]> find(UUID id, ImageStore.Size size) {
    return store.find(id, size);
  }

  @Override
  public int removeOrphans(Instant storedBefore, int most) {
    // Should a message show one at this very moment, its foreign key keeps the picture.
    return entityManager
        .createNativeQuery(
            "DELETE FROM image WHERE created_at < ?1"
                + " AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.image_id = image.id)"
                + " ORDER BY created_at LIMIT ?2")
        .setParameter(1, Timestamp.from(storedBefore))
        .setParameter(2, most)
        .executeUpdate();
  }
}
