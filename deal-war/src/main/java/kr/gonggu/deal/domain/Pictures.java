package kr.gonggu.deal.domain;

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
   * Whether all of these exist and were uploaded by this member.
   *
   * @param ids at least one, without doubles
   */
  boolean allUploadedBy(UUID member, List<UUID> ids);

  /** A picture as JPEG. */
  Optional<byte[]> find(UUID id, ImageStore.Size size);
}
