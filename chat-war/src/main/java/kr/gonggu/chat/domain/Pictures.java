package kr.gonggu.chat.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.image.EncodedImage;
import kr.gonggu.lib.image.ImageStore;

/** Pictures that members uploaded for their messages; they never change. */
public interface Pictures {

  /**
   * Keeps a picture.
   *
   * @return its id
   */
  UUID add(UUID uploader, EncodedImage picture);

  /**
   * Who uploaded which of these; those that do not exist are left out. The others stay until the
   * transaction ends.
   */
  Map<UUID, UUID> uploaders(Collection<UUID> ids);

  /**
   * Whether a member may look at a picture: the uploader may, and everyone whose place in a room
   * lets them see a message that shows it.
   */
  boolean visibleTo(UUID memberId, UUID id);

  /** A picture as JPEG. */
  Optional<byte[]> find(UUID id, ImageStore.Size size);

  /**
   * Removes pictures that no message shows.
   *
   * @param storedBefore only those older than this
   * @param most at most this many
   * @return how many were removed
   */
  int removeOrphans(Instant storedBefore, int most);
}
