package kr.gonggu.chat.api;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.chat.domain.DealStatus;
import kr.gonggu.chat.domain.EntryKind;
import kr.gonggu.chat.domain.EntryView;
import kr.gonggu.chat.domain.Neighbour;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A message or notice: the same over the socket and from history.
 *
 * @param type {@code message} or {@code notice}
 * @param roomId the deal's id
 * @param seq number in the room; messages and notices share one sequence without gaps
 * @param kind of a notice
 * @param sender of a message
 * @param member who joined or left
 * @param status what the deal became
 * @param text of a message, or nothing when it is only a picture; of a notice of a status what the
 *     host said to it, or nothing
 * @param imageId picture of a message
 * @param at when it was stored
 * @param clientId the sender's own name for the message
 */
@Schema(
    name = "Entry",
    requiredProperties = {"type", "roomId", "seq", "at"})
@JsonbPropertyOrder({
  "type",
  "roomId",
  "seq",
  "kind",
  "sender",
  "member",
  "status",
  "text",
  "imageId",
  "at",
  "clientId"
})
public record EntryFrame(
    Type type,
    UUID roomId,
    @Schema(example = "42") long seq,
    Notice kind,
    Person sender,
    Person member,
    DealStatus status,
    @Schema(example = "토요일 세 시에 정문 앞에서 봬요!") String text,
    UUID imageId,
    Instant at,
    String clientId) {

  /** Told apart by clients. */
  @Schema(name = "EntryType")
  public enum Type {
    message,
    notice
  }

  /** What a notice is about. */
  @Schema(name = "NoticeKind")
  public enum Notice {
    JOINED,
    LEFT,
    STATUS
  }

  /**
   * A member.
   *
   * @param id member id
   * @param nickname present nickname
   */
  @Schema(
      name = "Person",
      requiredProperties = {"id", "nickname"})
  public record Person(UUID id, @Schema(example = "감귤언니") String nickname) {
    static Person of(Neighbour member) {
      return member == null ? null : new Person(member.id(), member.nickname());
    }
  }

  static EntryFrame of(EntryView entry) {
    boolean message = entry.kind() == EntryKind.MESSAGE;
    Person person = Person.of(entry.member());
    return new EntryFrame(
        message ? Type.message : Type.notice,
        entry.roomId(),
        entry.seq(),
        message ? null : Notice.valueOf(entry.kind().name()),
        message ? person : null,
        message ? null : person,
        entry.status(),
        entry.text(),
        entry.imageId(),
        entry.at(),
        entry.clientId());
  }
}
