package kr.gonggu.chat.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import kr.gonggu.lib.persistence.UuidColumn;

/** Room and number in it. */
@Embeddable
public class EntryId implements Serializable {

  private static final long serialVersionUID = 1L;

  @Column(name = "room_id")
  @Convert(converter = UuidColumn.class)
  private UUID roomId;

  private long seq;

  /** For JPA. */
  protected EntryId() {}

  EntryId(UUID roomId, long seq) {
    this.roomId = roomId;
    this.seq = seq;
  }

  UUID roomId() {
    return roomId;
  }

  long seq() {
    return seq;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntryId that && seq == that.seq && roomId.equals(that.roomId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(roomId, seq);
  }
}
