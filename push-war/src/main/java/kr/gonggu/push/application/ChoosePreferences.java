package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.push.domain.Deliveries;
import kr.gonggu.push.domain.Mailboxes;
import kr.gonggu.push.domain.MemberPreferences;
import kr.gonggu.push.domain.Preferences;
import kr.gonggu.push.domain.PushError;

/** What a member wants to be pushed, and when. */
@ApplicationScoped
public class ChoosePreferences {

  @Inject Mailboxes mailboxes;
  @Inject MemberPreferences preferences;
  @Inject Deliveries deliveries;
  @Inject Clock clock;

  /** What the member has chosen, or what is usual. */
  @Transactional
  public Preferences of(UUID member) {
    return preferences.of(member);
  }

  /**
   * Replaces what the member has chosen; it holds for what waits already, too.
   *
   * @throws Refusal {@code MEMBER_LEFT} when the access token outlived the account
   */
  @Transactional
  public void choose(UUID member, Preferences chosen) {
    if (mailboxes.lock(List.of(member)).isEmpty()) {
      throw new Refusal(PushError.MEMBER_LEFT, "This member has left the market.");
    }
    preferences.put(member, chosen);
    deliveries.release(member, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
