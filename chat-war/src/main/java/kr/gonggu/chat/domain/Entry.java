package kr.gonggu.chat.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.lib.persistence.UuidColumn;

/** One numbered thing that happened in a room. Never changed once made; {@link Room} makes them. */
@Entity(name = "RoomEntry") // ENTRY is a word of JPQL
@Table(name = "entry")
public class Entry {

  @EmbeddedId private EntryId id;

  @Enumerated(EnumType.STRING)
  private EntryKind kind;

  @Column(name = "member_id")
  @Convert(converter = UuidColumn.class)
  private UUID memberId;

  @Column(name = "client_id")
  private String clientId;

  private String text;

  @Column(name = "image_id")
  @Convert(converter = UuidColumn.class)
  private UUID imageId;

  @Enumerated(EnumType.STRING)
  private DealStatus status;

  private long messages;

  private Instant at;

  /** For JPA. */
  protected Entry() {}

  private Entry(EntryId id, EntryKind kind, UUID memberId, long messages, Instant at) {
    this.id = id;
    this.kind = kind;
    this.memberId = memberId;
    this.messages = messages;
    this.at = at;
  }

  static Entry message(EntryId id, UUID senderId, Draft draft, long messages, Instant at) {
    Entry entry = new Entry(id, EntryKind.MESSAGE, senderId, messages, at);
    entry.clientId = draft.clientId();
    entry.text = draft.text();
    entry.imageId = draft.imageId();
    return entry;
  }

  static Entry notice(EntryId id, EntryKind kind, UUID memberId, long messages, Instant at) {
    return new Entry(id, kind, memberId, messages, at);
  }

  static Entry statusNotice(
      EntryId id, DealStatus status, String words, long messages, Instant at) {
    Entry entry = new Entry(id, EntryKind.STATUS, null, messages, at);
    entry.status = status;
    entry.text = words;
    return entry;
  }

  /**
   * The entry as it is told.
   *
   * @param nickname of the member it is about, null when it is about nobody
   */
  public EntryView as(String nickname) {
    return new EntryView(
        id.roomId(),
        id.seq(),
        kind,
        memberId == null ? null : new Neighbour(memberId, nickname),
        status,
        text,
        imageId,
        clientId,
        at);
  }

  /** Its number in the room. */
  public long seq() {
    return id.seq();
  }

  /** Who wrote, joined or left; null for a status. */
  public UUID memberId() {
    return memberId;
  }

  /** The sender's own name for a message; null for notices. */
  public String clientId() {
    return clientId;
  }

  /** When it was stored, UTC. */
  public Instant at() {
    return at;
  }

  long messages() {
    return messages;
  }
}
