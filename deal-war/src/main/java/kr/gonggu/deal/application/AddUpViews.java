package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import kr.gonggu.deal.domain.DealViews;

/** Adds the looks at one deal up to the number that everybody sees. */
@ApplicationScoped
public class AddUpViews {

  @Inject DealViews views;

  /** Adds what is new; each look once, however many instances try. */
  @Transactional
  public void addUp(UUID dealId) {
    views.addUp(dealId);
  }
}
