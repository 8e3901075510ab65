package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import kr.gonggu.deal.domain.Pictures;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.image.ImageStore;

/** Somebody looks at a picture. */
@ApplicationScoped
public class ViewPicture {

  @Inject Pictures pictures;

  /**
   * @return JPEG
   * @throws Refusal {@code NOT_FOUND}
   */
  public byte[] view(UUID id, ImageStore.Size size) {
    return pictures
        .find(id, size)
        .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND, "There is no such picture."));
  }
}
