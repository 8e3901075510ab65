package kr.gonggu.pay.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.lib.persistence.UuidColumn;

/**
 * Somebody who can be paid, as far as this context knows.
 *
 * <p>A nickname that one member gives up may be taken by another, and their events may arrive in
 * either order. Money must not reach the former owner: the later claim holds, and whoever is found
 * to have lost a nickname has none until an event of their own names the new one.
 */
@Entity
@Table(name = "member")
public class Member {

  /** How somebody who left is shown. */
  public static final String PSEUDONYM = "탈퇴한 이웃";

  @Id
  @Convert(converter = UuidColumn.class)
  private UUID id;

  private String nickname;

  @Column(name = "named_at")
  private Instant namedAt;

  @Column(name = "left_at")
  private Instant leftAt;

  /** For the persistence provider. */
  protected Member() {}

  /** A member of whom nothing but the id is known. */
  public Member(UUID id) {
    this.id = id;
    this.namedAt = Instant.EPOCH;
  }

  /**
   * Takes a nickname, as of a moment.
   *
   * @param nickname the name, or null when somebody else has claimed it later
   */
  public void name(String nickname, Instant at) {
    this.nickname = nickname;
    this.namedAt = at;
  }

  /** Loses the nickname to somebody who claimed it later. */
  public void loseNickname() {
    nickname = null;
  }

  /**
   * Leaves the market: nobody can pay them any more, and what they did stays without their name.
   */
  public void leave(Instant at) {
    nickname = null;
    leftAt = at;
  }

  /** Whether they have left, which is for good. */
  public boolean hasLeft() {
    return leftAt != null;
  }

  /** Whether the present nickname was taken after a moment. */
  public boolean namedAfter(Instant moment) {
    return namedAt.isAfter(moment);
  }

  /** The member's id. */
  public UUID id() {
    return id;
  }

  /** The nickname, or null while it is not known. */
  public String nickname() {
    return nickname;
  }
}
