package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.image.EncodedImage;
import kr.gonggu.lib.image.ImageStore;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.Members;
import kr.gonggu.member.domain.Pictures;

/** A member shows a picture, another one, or none. */
@ApplicationScoped
public class ShowOneself {

  @Inject Members members;
  @Inject Pictures pictures;

  /**
   * Of two pictures at once the later one stays.
   *
   * @return the account with its new picture
   */
  @Transactional
  public Member show(UUID memberId, EncodedImage picture) {
    Member member = members.getAlone(memberId);
    member.showAs(pictures.replace(memberId, picture));
    return member;
  }

  /** Shows no picture any more; none before is no fault. */
  @Transactional
  public void hide(UUID memberId) {
    members.getAlone(memberId).showAs(null);
    pictures.drop(memberId);
  }

  /**
   * @return JPEG
   * @throws Refusal {@code NOT_FOUND}
   */
  public byte[] view(UUID pictureId, ImageStore.Size size) {
    return pictures
        .find(pictureId, size)
        .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND, "There is no such picture."));
  }
}
