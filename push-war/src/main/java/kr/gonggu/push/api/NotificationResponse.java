package kr.gonggu.push.api;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.push.domain.Facts;
import kr.gonggu.push.domain.Neighbour;
import kr.gonggu.push.domain.Notification;
import kr.gonggu.push.domain.NotificationKind;
import kr.gonggu.push.domain.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing the reader was told.
 *
 * @param id the later has the greater; what counts up gets a new one
 * @param kind what it is
 * @param params what the sentence is made of
 * @param target where it leads
 * @param read whether the reader has marked it as read
 * @param at when it happened, the last time
 */
@Schema(
    name = "Notification",
    description =
        "One thing the reader was told. Of CHAT_MESSAGE there is at most one unread per room: a"
            + " newer one takes its place, with a new id and a greater params.count.")
public record NotificationResponse(
    @Schema(required = true, description = "The later has the greater") UUID id,
    @Schema(required = true) NotificationKind kind,
    @Schema(required = true) Params params,
    @Schema(required = true) Place target,
    @Schema(required = true) boolean read,
    @Schema(required = true, description = "When it happened, the last time") Instant at) {

  static NotificationResponse of(Notification notification) {
    return new NotificationResponse(
        notification.id(),
        notification.kind(),
        Params.of(notification),
        Place.of(notification.target()),
        notification.read(),
        notification.at());
  }

  /** What a sentence is made of; what a kind does not have is null. */
  @Schema(
      name = "NotificationParams",
      description = "What the sentence is made of; what a kind does not have is null")
  @JsonbNillable
  public record Params(
      @Schema(required = true, nullable = true, description = "Whose doing it was") UUID memberId,
      @Schema(
              required = true,
              nullable = true,
              description = "That member's present nickname",
              example = "달빛이웃")
          String nickname,
      @Schema(
              required = true,
              nullable = true,
              description = "Title of the deal",
              example = "제주 감귤 10kg 나눠요")
          String title,
      @Schema(required = true, nullable = true, description = "Shares", example = "2")
          Integer quantity,
      @Schema(
              required = true,
              nullable = true,
              description = "Won; of KEYWORD_MATCHED the price of a share",
              example = "6000")
          Long amount,
      @Schema(
              required = true,
              nullable = true,
              description = "Shares of the deal taken, after what happened",
              example = "3")
          Integer sharesTaken,
      @Schema(
              required = true,
              nullable = true,
              description = "Shares of the deal in all",
              example = "10")
          Integer shares,
      @Schema(
              required = true,
              nullable = true,
              description = "What the host wrote when calling the deal off")
          String reason,
      @Schema(required = true, nullable = true, description = "What the sender of money wrote")
          String memo,
      @Schema(
              required = true,
              nullable = true,
              description = "Hours until the deadline, of DEAL_CLOSING_SOON",
              example = "24")
          Integer hoursLeft,
      @Schema(
              required = true,
              nullable = true,
              description = "What the host moved the deal on to: ORDERED, READY, COMPLETED",
              example = "READY")
          String status,
      @Schema(
              required = true,
              nullable = true,
              description = "What the host wrote when moving it on")
          String note,
      @Schema(
              required = true,
              nullable = true,
              description = "Which of the reader's words was met, of KEYWORD_MATCHED",
              example = "감귤")
          String keyword,
      @Schema(
              required = true,
              description = "How many times it happened since the reader last read of it",
              example = "1")
          int count) {

    static Params of(Notification notification) {
      Neighbour actor = notification.actor();
      Facts facts = notification.facts();
      return new Params(
          actor == null ? null : actor.id(),
          actor == null ? null : actor.nickname(),
          facts.title(),
          facts.quantity(),
          facts.amount(),
          facts.sharesTaken(),
          facts.shares(),
          facts.reason(),
          facts.memo(),
          facts.hoursLeft(),
          facts.status(),
          facts.note(),
          facts.keyword(),
          notification.occurrences());
    }
  }

  /** Where a notification leads. */
  @Schema(name = "NotificationTarget", description = "Where it leads; what does not apply is null")
  @JsonbNillable
  public record Place(
      @Schema(required = true, nullable = true) UUID dealId,
      @Schema(required = true, nullable = true) UUID roomId,
      @Schema(required = true, nullable = true) UUID transferId) {

    static Place of(Target target) {
      return new Place(target.dealId(), target.roomId(), target.transferId());
    }
  }
}
