package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.DealHistory;
import kr.gonggu.deal.domain.DealRevision;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/** What the host changed about a deal, the last first. */
@ApplicationScoped
public class ListRevisions {

  @Inject DealHistory history;

  /**
   * @param before version of the last revision seen, or null
   * @throws Refusal {@code NOT_FOUND}
   */
  public List<DealRevision> list(UUID dealId, Integer before, int most) {
    return history
        .of(dealId, before, most)
        .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND, "There is no such deal."));
  }
}
