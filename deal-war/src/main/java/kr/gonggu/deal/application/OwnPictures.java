package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.DealError;
import kr.gonggu.deal.domain.Pictures;
import kr.gonggu.lib.error.Refusal;

/** A deal shows pictures of its host only. */
@ApplicationScoped
class OwnPictures {

  @Inject Pictures pictures;

  /**
   * @param field of the request, for people
   * @throws Refusal {@code IMAGE_UNKNOWN} when one does not exist or was uploaded by somebody else
   */
  void require(String field, UUID uploader, List<UUID> imageIds) {
    if (!imageIds.isEmpty() && !pictures.allUploadedBy(uploader, imageIds)) {
      throw Refusal.field(DealError.IMAGE_UNKNOWN, field, "must be pictures that you uploaded");
    }
  }
}
