package kr.gonggu.member.domain;

import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.image.EncodedImage;
import kr.gonggu.lib.image.ImageStore;

/** Port: what members look like. */
public interface Pictures {

  /**
   * Keeps a member's new picture and drops the former one.
   *
   * @return its id
   */
  UUID replace(UUID memberId, EncodedImage picture);

  /** Drops whatever pictures the member has. */
  void drop(UUID memberId);

  /** The JPEG of a picture, or empty when there is none (any more). */
  Optional<byte[]> find(UUID id, ImageStore.Size size);
}
