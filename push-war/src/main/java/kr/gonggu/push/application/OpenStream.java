package kr.gonggu.push.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import kr.gonggu.push.domain.Listener;
import kr.gonggu.push.domain.Mailbox;
import kr.gonggu.push.domain.Notification;

/**
 * How far one client was told. The database is the queue: a client that takes nothing holds one
 * part of the list in memory and no more.
 */
final class OpenStream {

  private final Listener listener;
  private UUID position;
  private long unread = -1;
  private boolean busy;
  private boolean changed;
  private boolean over;
  private Instant busySince;

  OpenStream(Listener listener, UUID position) {
    this.listener = listener;
    this.position = position;
  }

  Listener listener() {
    return listener;
  }

  UUID memberId() {
    return listener.memberId();
  }

  synchronized UUID position() {
    return position;
  }

  /** Claims the right to send; who does not get it may be sure that the holder looks again. */
  synchronized boolean begin(Instant now) {
    changed = busy;
    if (busy || over) {
      return false;
    }
    busy = true;
    busySince = now;
    return true;
  }

  /** Claims the right to send a heartbeat, which is nothing to be made up for. */
  synchronized boolean beginBeat(Instant now) {
    return !busy && begin(now);
  }

  /**
   * Gives the right back.
   *
   * @return whether something changed meanwhile
   */
  synchronized boolean done() {
    busy = false;
    return changed && !over;
  }

  synchronized void end() {
    over = true;
  }

  /** Whether the client has not taken since then what it was sent. */
  synchronized boolean stuckSince(Instant then) {
    return busy && busySince.isBefore(then);
  }

  /**
   * Sends what the client does not have.
   *
   * @return as {@link Listener#tell}; null when it has everything
   */
  synchronized CompletionStage<Void> tell(FollowInboxes.News next) {
    List<Notification> news =
        next.news().stream().filter(each -> Mailbox.isAfter(each.id(), position)).toList();
    if (news.isEmpty() && next.unread() == unread) {
      return null;
    }
    if (!news.isEmpty()) {
      position = news.get(news.size() - 1).id();
    }
    Long count = next.unread() == unread ? null : next.unread();
    unread = next.unread();
    return listener.tell(news, count);
  }
}
