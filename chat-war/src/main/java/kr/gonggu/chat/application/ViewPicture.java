package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import kr.gonggu.chat.domain.Pictures;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.image.ImageStore;

/** A member looks at a picture of a room they are or were in. */
@ApplicationScoped
public class ViewPicture {

  @Inject Pictures pictures;

  /**
   * Whether the member may look at it.
   *
   * @throws Refusal {@code NOT_FOUND} when there is no such picture, or none that this member may
   *     know of
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public void mayView(UUID memberId, UUID id) {
    if (!pictures.visibleTo(memberId, id)) {
      throw unknown();
    }
  }

  /**
   * The picture, for whom {@link #mayView} let through.
   *
   * @return JPEG
   * @throws Refusal {@code NOT_FOUND}
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public byte[] view(UUID id, ImageStore.Size size) {
    return pictures.find(id, size).orElseThrow(ViewPicture::unknown);
  }

  private static Refusal unknown() {
    return new Refusal(CommonError.NOT_FOUND, "There is no such picture.");
  }
}
