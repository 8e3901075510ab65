package kr.gonggu.member.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.persistence.UuidColumn;

/**
 * A member's account.
 *
 * <p>Its life: somebody {@linkplain #join joins} with an e-mail address, a password and a nickname
 * that nobody else has, then says where they live and what they look for. All of it may change as
 * often as they like; the id never does, and is how other services know the member. A new password
 * makes every session worthless that was begun with an older one, because a session remembers
 * {@link #credentials()} as it was.
 */
@Entity
@Table(name = "member")
public class Member {

  @Id
  @Convert(converter = UuidColumn.class)
  private UUID id;

  private String nickname;

  private String email;

  @Column(name = "password_hash")
  private String passwordHash;

  private int credentials;

  @Embedded private Neighbourhood neighbourhood;

  @Convert(converter = KeywordsColumn.class)
  private List<String> keywords;

  @Column(name = "picture_id")
  @Convert(converter = UuidColumn.class)
  private UUID pictureId;

  @Column(name = "joined_at")
  private Instant joinedAt;

  @Version private int version;

  /** For persistence. */
  protected Member() {}

  private Member(UUID id, Nickname nickname, Email email, PasswordHash password, Instant at) {
    this.id = id;
    this.nickname = nickname.value();
    this.email = email.value();
    this.passwordHash = password.phc();
    this.credentials = 1;
    this.keywords = List.of();
    this.joinedAt = at;
  }

  /** A new account, which lives nowhere yet. */
  public static Member join(
      UUID id, Nickname nickname, Email email, PasswordHash password, Instant at) {
    return new Member(id, nickname, email, password, at);
  }

  /**
   * Takes another nickname.
   *
   * @return whether that changed anything
   */
  public boolean rename(Nickname to) {
    boolean changed = !nickname.equals(to.value());
    nickname = to.value();
    return changed;
  }

  /** Takes another e-mail address; the caller has made sure of the password. */
  public void reachAt(Email to) {
    email = to.value();
  }

  /**
   * Replaces the password and makes all older sessions worthless.
   *
   * @param confirmed what the owner's present password was checked against
   * @param next what replaces it
   * @throws Refusal {@code PASSWORD_WRONG} when the password was replaced since it was checked
   */
  public void changePassword(PasswordHash confirmed, PasswordHash next) {
    requirePassword(confirmed);
    passwordHash = next.phc();
    credentials++;
  }

  /**
   * Makes sure that the owner's word still counts.
   *
   * @param confirmed what the owner's password was checked against
   * @throws Refusal {@code PASSWORD_WRONG} when the password was replaced since it was checked
   */
  public void requirePassword(PasswordHash confirmed) {
    if (!passwordHash.equals(confirmed.phc())) {
      throw new Refusal(MemberError.PASSWORD_WRONG, "The password was changed meanwhile.");
    }
  }

  /** Moves, or says for the first time where home is. */
  public void moveTo(Neighbourhood to) {
    neighbourhood = to;
  }

  /** Wants to be alerted for these words and no others. */
  public void lookFor(Keywords words) {
    keywords = words.words();
  }

  /** Shows this picture from now on, or none when it is null. */
  public void showAs(UUID picture) {
    pictureId = picture;
  }

  /** The id by which all services know the member. */
  public UUID id() {
    return id;
  }

  /** How neighbours call the member. */
  public Nickname nickname() {
    return new Nickname(nickname);
  }

  /** Where the member is reached; shown to nobody else. */
  public Email email() {
    return new Email(email);
  }

  /** What is kept of the password. */
  public PasswordHash passwordHash() {
    return new PasswordHash(passwordHash);
  }

  /** How many passwords the account has had. */
  public int credentials() {
    return credentials;
  }

  /** Where the member lives, once said. */
  public Optional<Neighbourhood> neighbourhood() {
    return Optional.ofNullable(neighbourhood).filter(home -> !home.absent());
  }

  /** What the member wants to be alerted for. */
  public Keywords keywords() {
    return new Keywords(keywords);
  }

  /** The picture that the member shows, if any. */
  public Optional<UUID> pictureId() {
    return Optional.ofNullable(pictureId);
  }

  /** When the account was made. */
  public Instant joinedAt() {
    return joinedAt;
  }
}
