package kr.gonggu.chat.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import kr.gonggu.lib.persistence.UuidColumn;

/** Room and member. */
@Embeddable
public class MembershipId implements Serializable {

  private static final long serialVersionUID = 1L;

  @Column(name = "room_id")
  @Convert(converter = UuidColumn.class)
  private UUID roomId;

  @Column(name = "member_id")
  @Convert(converter = UuidColumn.class)
  private UUID memberId;

  /** For JPA. */
  protected MembershipId() {}

  /**
   * @param roomId the deal's id
   * @param memberId member id
   */
  public MembershipId(UUID roomId, UUID memberId) {
    this.roomId = roomId;
    this.memberId = memberId;
  }

  UUID roomId() {
    return roomId;
  }

  UUID memberId() {
    return memberId;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MembershipId that
        && roomId.equals(that.roomId)
        && memberId.equals(that.memberId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(roomId, memberId);
  }
}
