package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import kr.gonggu.deal.domain.Pictures;
import kr.gonggu.lib.image.EncodedImage;

/** A member uploads a picture, to show it with a deal. */
@ApplicationScoped
public class KeepPicture {

  @Inject Pictures pictures;

  /**
   * @return the picture's id
   */
  @Transactional
  public UUID keep(UUID uploader, EncodedImage picture) {
    return pictures.add(uploader, picture);
  }
}
