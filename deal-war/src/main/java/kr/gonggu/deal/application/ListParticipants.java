package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.DealCatalogue;
import kr.gonggu.deal.domain.Participant;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/** Who joined a deal, first come first. */
@ApplicationScoped
public class ListParticipants {

  @Inject DealCatalogue catalogue;

  /**
   * @param after id of the last enrolment seen, or null
   * @throws Refusal {@code NOT_FOUND}
   */
  public List<Participant> list(UUID dealId, UUID after, int most) {
    return catalogue
        .participants(dealId, after, most)
        .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND, "There is no such deal."));
  }
}
