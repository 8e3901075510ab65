package kr.gonggu.chat.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.persistence.UuidColumn;

/**
 * The room of one deal.
 *
 * <p>It opens with the deal, the host in it. Members come in when their enrolment is confirmed and
 * leave when it is cancelled; when the deal is cancelled or expires the room stays readable and
 * takes no more words. Everything that happens in it is an {@link Entry} with the next number: 1,
 * 2, 3, … without a gap, messages and notices alike.
 *
 * <p>Whoever makes an entry must hold the lock of the room's row ({@link Rooms#lock}): that is what
 * makes the numbers gapless and commits happen in their order.
 */
@Entity
@Table(name = "room")
public class Room {

  @Id
  @Convert(converter = UuidColumn.class)
  private UUID id;

  private String title;

  @Column(name = "image_id")
  @Convert(converter = UuidColumn.class)
  private UUID imageId;

  @Column(name = "host_id")
  @Convert(converter = UuidColumn.class)
  private UUID hostId;

  @Column(name = "deal_status")
  @Enumerated(EnumType.STRING)
  private DealStatus dealStatus;

  @Column(name = "last_seq")
  private long lastSeq;

  private long messages;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "last_at")
  private Instant lastAt;

  /** For JPA. */
  protected Room() {}

  /**
   * Opens a deal's room; the host's membership is {@link Membership#ofHost}.
   *
   * @param dealId becomes the room's id
   * @param heading what it is recognised by
   * @param hostId who opened the deal
   * @param now UTC
   */
  public static Room open(UUID dealId, Heading heading, UUID hostId, Instant now) {
    Room room = new Room();
    room.id = dealId;
    room.entitle(heading);
    room.hostId = hostId;
    room.dealStatus = DealStatus.RECRUITING;
    room.openedAt = now;
    room.lastAt = now;
    return room;
  }

  /**
   * A member says something. It counts as read by the one who said it.
   *
   * @throws Refusal {@code LEFT_ROOM} when the member has left, {@code ROOM_CLOSED} when the deal
   *     was cancelled or has expired
   */
  public Entry say(Membership sender, Draft draft, Instant now) {
    if (!sender.present()) {
      throw new Refusal(ChatError.LEFT_ROOM, "You have left this deal, so you can only read.");
    }
    if (!open()) {
      throw new Refusal(
          ChatError.ROOM_CLOSED, "This deal has ended; its room is for reading only.");
    }
    messages++;
    Entry entry = Entry.message(next(now), sender.memberId(), draft, messages, now);
    sender.read(entry);
    return entry;
  }

  /**
   * Lets a member in, for the first time or again.
   *
   * @return the notice, or empty when the member is in already
   */
  public Optional<Entry> admit(Membership member, Instant now) {
    if (member.present()) {
      return Optional.empty();
    }
    Entry entry = Entry.notice(next(now), EntryKind.JOINED, member.memberId(), messages, now);
    member.comeIn(entry);
    return Optional.of(entry);
  }

  /**
   * Lets a member go: reading stays possible up to the notice, writing does not.
   *
   * @return the notice, or empty when the member is not in
   */
  public Optional<Entry> dismiss(Membership member, Instant now) {
    if (!member.present()) {
      return Optional.empty();
    }
    Entry entry = Entry.notice(next(now), EntryKind.LEFT, member.memberId(), messages, now);
    member.leave(entry);
    return Optional.of(entry);
  }

  /**
   * The deal moved on.
   *
   * @param words what the host said to it, or null
   * @return the notice, or empty when the room knows already
   */
  public Optional<Entry> dealBecame(DealStatus status, String words, Instant now) {
    if (status == dealStatus) {
      return Optional.empty();
    }
    dealStatus = status;
    return Optional.of(Entry.statusNotice(next(now), status, words, messages, now));
  }

  /** The host gave the deal another title or another first picture. */
  public void entitle(Heading heading) {
    title = heading.title();
    imageId = heading.imageId();
  }

  private EntryId next(Instant now) {
    lastSeq++;
    lastAt = now;
    return new EntryId(id, lastSeq);
  }

  /** The deal's id. */
  public UUID id() {
    return id;
  }

  /** What it is recognised by. */
  public Heading heading() {
    return new Heading(title, imageId);
  }

  /** Who opened the deal. */
  public UUID hostId() {
    return hostId;
  }

  /** Whether it takes words. */
  public boolean open() {
    return !dealStatus.endsTalk();
  }

  /** How far the deal is. */
  public DealStatus dealStatus() {
    return dealStatus;
  }

  /** Number of the newest entry, 0 before the first. */
  public long lastSeq() {
    return lastSeq;
  }

  /** How many of the entries are messages. */
  public long messages() {
    return messages;
  }

  /** When the deal was opened. */
  public Instant openedAt() {
    return openedAt;
  }

  /** When the newest entry was made, or the room opened. */
  public Instant lastAt() {
    return lastAt;
  }
}
