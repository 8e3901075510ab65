package kr.gonggu.chat.domain;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import kr.gonggu.lib.persistence.UuidColumn;

/**
 * What chat knows of a member: the present nickname, told by events. Written by {@link Members}.
 */
@Entity
@Table(name = "member")
public class KnownMember {

  @Id
  @Convert(converter = UuidColumn.class)
  private UUID id;

  private String nickname;

  /** For JPA. */
  protected KnownMember() {}

  /** As others see the member. */
  public Neighbour asNeighbour() {
    return new Neighbour(id, nickname);
  }
}
