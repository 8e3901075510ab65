package kr.gonggu.member.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Accounts that anybody may try the market with.
 *
 * @param items none in a market of real neighbours
 */
@Schema(name = "DemoAccounts", description = "Accounts that anybody may try the market with")
public record DemoAccountsResponse(@Schema(required = true) List<DemoAccount> items) {

  /** One of them. */
  @Schema(name = "DemoAccount", description = "An account of a market with demo data")
  public record DemoAccount(
      @Schema(required = true, example = "서교동쌀집") String nickname,
      @Schema(required = true, description = "Made anew for each market") String password) {}
}
