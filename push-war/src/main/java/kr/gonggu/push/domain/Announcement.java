package kr.gonggu.push.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * One happening and who is told of it: the rules of this context.
 *
 * @param recipients who is told, each once and in the order of their ids; nobody is told of their
 *     own doing
 * @param kind what it is
 * @param actor whose doing it was, or null
 * @param facts what the sentence is made of
 * @param target where it leads
 * @param collapseKey what is announced to a member again under the same key, while the first is
 *     unread, counts up there; null when each stands alone
 * @param at when it happened, as exact as the database keeps it
 * @param uselessAfter when nobody need be called to it any more, or null when the kind alone says
 *     for how long it is worth a push
 */
public record Announcement(
    List<UUID> recipients,
    NotificationKind kind,
    Neighbour actor,
    Facts facts,
    Target target,
    String collapseKey,
    Instant at,
    Instant uselessAfter) {

  /** Puts the recipients in order and the time to the microsecond. */
  public Announcement {
    UUID self = actor == null ? null : actor.id();
    recipients =
        recipients.stream()
            .distinct()
            .filter(member -> !member.equals(self))
            // All announcements lock mailboxes in this order, so that no two block each other.
            .sorted(Comparator.comparing(UUID::toString))
            .toList();
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Until when a device may be called to it.
   *
   * @param now when it is announced, which may be long after it happened
   */
  public Instant worthPushingUntil(Instant now) {
    Instant end = now.plus(kind.timeToLive());
    return uselessAfter == null || end.isBefore(uselessAfter) ? end : uselessAfter;
  }

  /**
   * A member took shares of a deal: its host is told.
   *
   * @param shares the member's, and the deal's with them
   */
  public static Announcement joined(
      DealRef deal, UUID hostId, Neighbour member, Shares shares, Instant at) {
    return ofEnrollment(NotificationKind.ENROLLMENT_CONFIRMED, deal, hostId, member, shares, at);
  }

  /**
   * A member has more or fewer shares than before: the host is told.
   *
   * @param shares the member's now, and the deal's with them
   */
  public static Announcement changed(
      DealRef deal, UUID hostId, Neighbour member, Shares shares, Instant at) {
    return ofEnrollment(NotificationKind.ENROLLMENT_CHANGED, deal, hostId, member, shares, at);
  }

  /**
   * A member gave shares back: the host is told.
   *
   * @param shares what the member gave back, and the deal's without them
   */
  public static Announcement left(
      DealRef deal, UUID hostId, Neighbour member, Shares shares, Instant at) {
    return ofEnrollment(NotificationKind.ENROLLMENT_CANCELLED, deal, hostId, member, shares, at);
  }

  /**
   * A member has received its goods: the host is told.
   *
   * @param quantity the member's shares
   */
  public static Announcement received(
      DealRef deal, UUID hostId, Neighbour member, int quantity, Instant at) {
    return new Announcement(
        List.of(hostId),
        NotificationKind.ENROLLMENT_RECEIVED,
        member,
        Facts.ofReceipt(deal, quantity),
        Target.deal(deal),
        null,
        at,
        null);
  }

  /** The last share is taken: host and participants are told. */
  public static Announcement full(DealRef deal, UUID hostId, List<UUID> participants, Instant at) {
    return ofDeal(
        hostAnd(participants, hostId), NotificationKind.DEAL_FULL, deal, Facts.ofDeal(deal), at);
  }

  /**
   * The deal is called off: those who had shares are told, and why.
   *
   * @param reason the host's words, or null when it said nothing
   */
  public static Announcement cancelled(
      DealRef deal, String reason, List<UUID> participants, Instant at) {
    return ofDeal(
        participants,
        NotificationKind.DEAL_CANCELLED,
        deal,
        Facts.ofCancellation(deal, reason),
        at);
  }

  /** Nobody did it, the deadline came: host and participants are told. */
  public static Announcement expired(
      DealRef deal, UUID hostId, List<UUID> participants, Instant at) {
    return ofDeal(
        hostAnd(participants, hostId), NotificationKind.DEAL_EXPIRED, deal, Facts.ofDeal(deal), at);
  }

  /**
   * The deadline is near and shares are left: host and participants are told.
   *
   * @param hoursLeft until the deadline, when it was noticed
   */
  public static Announcement closingSoon(
      DealRef deal,
      UUID hostId,
      List<UUID> participants,
      int hoursLeft,
      Instant deadline,
      Instant at) {
    return new Announcement(
        hostAnd(participants, hostId),
        NotificationKind.DEAL_CLOSING_SOON,
        null,
        Facts.ofDeadline(deal, hoursLeft),
        Target.deal(deal),
        null,
        at,
        deadline);
  }

  /**
   * The host moved a deal on: participants are told.
   *
   * @param status what to
   * @param note of the host, or null
   */
  public static Announcement statusChanged(
      DealRef deal, String status, String note, List<UUID> participants, Instant at) {
    return ofDeal(
        participants,
        NotificationKind.DEAL_STATUS_CHANGED,
        deal,
        Facts.ofStatus(deal, status, note),
        at);
  }

  /**
   * A deal was opened that some wait for: they are told, the host is not.
   *
   * @param pricePerShare won
   * @param keyword the word of theirs that was met
   * @param waiting who waits for it, near the deal
   * @param deadline after which nobody can join
   */
  public static Announcement keywordMatched(
      DealRef deal,
      Neighbour host,
      long pricePerShare,
      String keyword,
      List<UUID> waiting,
      Instant deadline,
      Instant at) {
    return new Announcement(
        waiting,
        NotificationKind.KEYWORD_MATCHED,
        host,
        Facts.ofMatch(deal, pricePerShare, keyword),
        Target.deal(deal),
        null,
        at,
        deadline);
  }

  /**
   * Money came in: the receiver is told.
   *
   * @param amount won
   * @param dealId what it is for, or null
   * @param memo of the sender, or null
   */
  public static Announcement moneyReceived(
      UUID transferId,
      Neighbour sender,
      UUID receiverId,
      long amount,
      UUID dealId,
      String memo,
      Instant at) {
    return new Announcement(
        List.of(receiverId),
        NotificationKind.MONEY_RECEIVED,
        sender,
        Facts.ofMoney(amount, memo),
        Target.transfer(transferId, dealId),
        null,
        at,
        null);
  }

  /** Somebody wrote in a deal's room: the others in it are told, once until they read it. */
  public static Announcement messageSent(
      DealRef deal, Neighbour sender, List<UUID> others, Instant at) {
    return new Announcement(
        others,
        NotificationKind.CHAT_MESSAGE,
        sender,
        Facts.ofDeal(deal),
        Target.room(deal),
        NotificationKind.CHAT_MESSAGE + ":" + deal.id(),
        at,
        null);
  }

  private static Announcement ofEnrollment(
      NotificationKind kind,
      DealRef deal,
      UUID hostId,
      Neighbour member,
      Shares shares,
      Instant at) {
    return new Announcement(
        List.of(hostId),
        kind,
        member,
        Facts.ofEnrollment(deal, shares),
        Target.deal(deal),
        null,
        at,
        null);
  }

  private static Announcement ofDeal(
      List<UUID> recipients, NotificationKind kind, DealRef deal, Facts facts, Instant at) {
    return new Announcement(recipients, kind, null, facts, Target.deal(deal), null, at, null);
  }

  private static List<UUID> hostAnd(List<UUID> participants, UUID hostId) {
    List<UUID> all = new ArrayList<>(participants);
    all.add(hostId);
    return all;
  }
}
