package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.DealViews;

/** Deals with looks that are not added up yet. */
@ApplicationScoped
public class ListDealsWithNewViews {

  @Inject DealViews views;

  /** At most so many. */
  public List<UUID> list(int most) {
    return views.notAddedUp(most);
  }
}
