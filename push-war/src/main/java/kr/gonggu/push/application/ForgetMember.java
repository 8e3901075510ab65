package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.push.domain.InboxFeed;
import kr.gonggu.push.domain.Interests;
import kr.gonggu.push.domain.Mailboxes;
import kr.gonggu.push.domain.MemberPreferences;
import kr.gonggu.push.domain.Members;
import kr.gonggu.push.domain.Notifications;
import kr.gonggu.push.domain.Subscriptions;

/**
 * A member has left the market: inbox, devices, preferences and words are erased, and where others
 * were told of the member stands a pseudonym.
 */
@ApplicationScoped
public class ForgetMember {

  @Inject Mailboxes mailboxes;
  @Inject Members members;
  @Inject Interests interests;
  @Inject Notifications notifications;
  @Inject Subscriptions subscriptions;
  @Inject MemberPreferences preferences;
  @Inject InboxFeed feed;

  /**
   * Erases. What is on its way to the member from other services finds the mailbox closed.
   *
   * @param at when the member left
   */
  @Transactional
  public void forget(UUID member, Instant at) {
    if (mailboxes.lock(List.of(member)).isEmpty()) {
      return;
    }
    members.forget(member);
    interests.erase(member);
    subscriptions.erase(member);
    preferences.erase(member);
    notifications.erase(member);
    mailboxes.close(member, at);
    feed.changed(List.of(member));
  }
}
