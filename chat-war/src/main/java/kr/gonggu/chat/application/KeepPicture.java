package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import kr.gonggu.chat.domain.ChatError;
import kr.gonggu.chat.domain.Memberships;
import kr.gonggu.chat.domain.Pictures;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.image.EncodedImage;

/** A member uploads a picture, to show it in a message. */
@ApplicationScoped
public class KeepPicture {

  @Inject Memberships memberships;
  @Inject Pictures pictures;

  /**
   * Whether a member has anybody to show a picture to: ask before the work of decoding one.
   *
   * @throws Refusal {@code NOT_IN_ROOM}
   */
  public void mayUpload(UUID memberId) {
    if (memberships.visits(List.of(memberId)).isEmpty()) {
      throw new Refusal(ChatError.NOT_IN_ROOM, "Pictures are for the rooms of deals you are in.");
    }
  }

  /**
   * Keeps a picture. Until a message shows it nobody else sees it.
   *
   * @return the picture's id
   */
  @Transactional
  public UUID keep(UUID uploader, EncodedImage picture) {
    return pictures.add(uploader, picture);
  }
}
