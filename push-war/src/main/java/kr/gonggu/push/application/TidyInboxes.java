package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.push.domain.Mailbox;
import kr.gonggu.push.domain.Mailboxes;
import kr.gonggu.push.domain.Notifications;

/**
 * What nobody looks for any more is not kept: personal data no longer than it is of use (PIPA,
 * article 21). Any number of instances may tidy at once; each part is locked as if something were
 * told to its members.
 */
@ApplicationScoped
public class TidyInboxes {

  /** For how long what was read can be read again. */
  public static final Duration KEPT_READ = Duration.ofDays(90);

  /** For how long the rest waits for its reader. */
  public static final Duration KEPT_UNREAD = Duration.ofDays(180);

  private static final int MEMBERS_AT_ONCE = 100;

  @Inject Mailboxes mailboxes;
  @Inject Notifications notifications;

  /**
   * Tidies the inboxes of some members.
   *
   * @param after the last one who was tidied before, or null to begin
   * @param now the time
   * @return the last one of this part; empty after the last part
   */
  @Transactional
  public Optional<UUID> tidy(UUID after, Instant now) {
    List<UUID> members = mailboxes.members(after, MEMBERS_AT_ONCE);
    if (members.isEmpty()) {
      return Optional.empty();
    }
    mailboxes.lock(members);
    notifications.removeOld(
        members, Mailbox.firstId(now.minus(KEPT_READ)), Mailbox.firstId(now.minus(KEPT_UNREAD)));
    return Optional.of(members.get(members.size() - 1));
  }
}
