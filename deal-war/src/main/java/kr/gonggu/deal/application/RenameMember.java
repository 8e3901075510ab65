package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import kr.gonggu.deal.domain.Members;

/** Member told how somebody is called now. */
@ApplicationScoped
public class RenameMember {

  @Inject Members members;

  /** Shows this nickname beside all deals and enrolments of the member from now on. */
  @Transactional
  public void rename(UUID memberId, String nickname) {
    members.rename(memberId, nickname);
  }
}
