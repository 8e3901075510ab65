package kr.gonggu.push.domain;

import java.util.UUID;

/**
 * Where a notification leads; what does not apply is null.
 *
 * @param dealId the deal
 * @param roomId the deal's room
 * @param transferId the transfer of money
 */
public record Target(UUID dealId, UUID roomId, UUID transferId) {

  static Target deal(DealRef deal) {
    return new Target(deal.id(), null, null);
  }

  static Target room(DealRef deal) {
    // A room has its deal's id.
    return new Target(deal.id(), deal.id(), null);
  }

  static Target transfer(UUID transferId, UUID dealId) {
    return new Target(dealId, null, transferId);
  }

  /** Where a click leads: a path of the web client, without anything secret in it. */
  public String path() {
    if (transferId != null) {
      return "/wallet";
    }
    if (roomId != null) {
      return "/chat/" + roomId;
    }
    return dealId == null ? "/inbox" : "/deals/" + dealId;
  }
}
