package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.deal.domain.CancelCause;
import kr.gonggu.deal.domain.Deals;
import kr.gonggu.deal.domain.Enrollments;
import kr.gonggu.deal.domain.Members;

/**
 * A member has left the service: the deals it hosts are cancelled and its shares given back where
 * that is still possible; what is over stays, under a pseudonym.
 */
@ApplicationScoped
public class ForgetMember {

  /** For readers that do not know the cause. */
  private static final String REASON = "방장이 탈퇴했어요.";

  @Inject Deals deals;
  @Inject Enrollments enrollments;
  @Inject Members members;
  @Inject CancelDeal cancelDeal;
  @Inject LeaveDeal leaveDeal;
  @Inject Clock clock;

  /**
   * @param leftAt UTC
   */
  @Transactional
  public void forget(UUID memberId, Instant leftAt) {
    // First: from now on its token, should it live a little longer, takes no more shares.
    members.forget(memberId, leftAt);
    Instant now = clock.instant();
    for (UUID dealId : deals.underWayWith(memberId)) {
      deals
          .lock(dealId)
          .ifPresent(
              deal -> {
                if (deal.hostedBy(memberId)) {
                  if (deal.cancellable(now)) {
                    cancelDeal.cancel(deal, CancelCause.HOST_LEFT, REASON);
                  }
                } else if (deal.underWay(now)) {
                  enrollments
                      .live(dealId, memberId)
                      .ifPresent(mine -> leaveDeal.leave(deal, mine, Members.PSEUDONYM));
                }
              });
    }
  }
}
