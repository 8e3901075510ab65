package kr.gonggu.deal.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
                "SELECT COUNT(*) FROM image WHERE uploader_id = ?1 AND id IN (" + places + ")")
            .setParameter(1, member.toString());
    for (int i = 0; i < ids.size(); i++) {
      query.setParameter(i + 2, ids.get(i).toString());
    }
    return ((Number) query.getSingleResult()).intValue() == ids.size();
  }

  @Override
  public Optional<byte[]> find(UUID id, ImageStore.Size size) {
    return store.find(id, size);
  }
}
