package kr.gonggu.deal.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.Deal;
import kr.gonggu.deal.domain.DealEvents;
import kr.gonggu.deal.domain.DealStatus;
import kr.gonggu.deal.domain.DealStep;
import kr.gonggu.deal.domain.Enrollment;

/** Tells events through the outbox, keyed by deal: the events of one deal keep their order. */
@ApplicationScoped
public class OutboxDealEvents implements DealEvents {

  @Inject DealRuntime runtime;
  @Inject FirstPages firstPages;

  @Override
  public void opened(Deal deal, String hostNickname) {
    tell("DealOpened", deal, DealData.of(deal, hostNickname));
  }

  @Override
  public void changed(Deal deal, String hostNickname) {
    tell("DealChanged", deal, DealData.of(deal, hostNickname));
  }

  @Override
  public void enrollmentConfirmed(Deal deal, Enrollment enrollment, String memberNickname) {
    tell("EnrollmentConfirmed", deal, EnrollmentData.of(deal, enrollment, memberNickname));
  }

  @Override
  public void enrollmentChanged(Deal deal, Enrollment enrollment, String memberNickname) {
    tell("EnrollmentChanged", deal, EnrollmentData.of(deal, enrollment, memberNickname));
  }

  @Override
  public void enrollmentCancelled(Deal deal, Enrollment enrollment, String memberNickname) {
    tell("EnrollmentCancelled", deal, EnrollmentData.of(deal, enrollment, memberNickname));
  }

  @Override
  public void full(Deal deal, List<UUID> memberIds) {
    tell("DealFull", deal, DealMembersData.of(deal, memberIds));
  }

  @Override
  public void cancelled(Deal deal, List<UUID> memberIds) {
    tell("DealCancelled", deal, DealMembersData.cancelled(deal, memberIds));
  }

  @Override
  public void expired(Deal deal, List<UUID> memberIds) {
    tell("DealExpired", deal, DealMembersData.of(deal, memberIds));
  }

  @Override
  public void statusChanged(Deal deal, DealStatus from, DealStep step, List<UUID> memberIds) {
    tell("DealStatusChanged", deal, DealStatusData.of(deal, from, step, memberIds));
  }

  @Override
  public void received(Deal deal, Enrollment enrollment, String memberNickname) {
    tell("EnrollmentReceived", deal, EnrollmentReceivedData.of(deal, enrollment, memberNickname));
  }

  @Override
  public void closingSoon(Deal deal, int hoursLeft, List<UUID> memberIds) {
    tell("DealClosingSoon", deal, DealClosingSoonData.of(deal, hoursLeft, memberIds));
  }

  private void tell(String type, Deal deal, Object data) {
    runtime.outbox().publish(type, deal.id(), data);
    firstPages.changing();
  }
}
