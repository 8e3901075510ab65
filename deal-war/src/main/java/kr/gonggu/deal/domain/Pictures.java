package kr.gonggu.deal.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.image.EncodedImage;
import kr.gonggu.lib.image.ImageStore;

/** Pictures that members uploaded; they never change. */
public interface Pictures {

  /**
   * Keeps a picture.
   *
   * @return its id
   */
  UUID add(UUID uploader, EncodedImage picture);

  /**
   * Whether all of these exist and were uploaded by this member; then they stay until the
   * transaction ends.
   *
   * @param ids at least one, without doubles
   */
  boolean allUploadedBy(UUID member, List<UUID> ids);

  /** Pictures stored before a time that no deal shows. */
  List<UUID> orphans(Instant storedBefore, int most);

  /** Removes a picture, unless a deal shows it by now. */
  void removeOrphan(UUID id);

  /** A picture as JPEG. */
  Optional<byte[]> find(UUID id, ImageStore.Size size);
}
