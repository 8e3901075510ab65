package kr.gonggu.pay.api;

import java.util.List;
import kr.gonggu.pay.application.Wallet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The signed-in member's money. */
@Schema(description = "The signed-in member's money, in won")
public record WalletResponse(
    @Schema(required = true, description = "All of it in the wallet", example = "70000")
        long balance,
    @Schema(required = true, description = "The part that is promised", example = "0") long held,
    @Schema(required = true, description = "What can be spent", example = "70000") long available,
    @Schema(
            required = true,
            description = "What the member's bank account still holds",
            example = "30000")
        long bankBalance,
    @Schema(
            required = true,
            description =
                "True when the bank is a sandbox: everyone begins with 100 000 won of play money there,"
                    + " and no real money moves",
            example = "true")
        boolean playMoney,
    @Schema(required = true, description = "On its way between bank and wallet, the oldest first")
        List<PendingOrderResponse> pending) {

  static WalletResponse of(Wallet wallet) {
    return new WalletResponse(
        wallet.balance(),
        wallet.held(),
        wallet.available(),
        wallet.bankBalance(),
        wallet.playMoney(),
        wallet.pending().stream().map(PendingOrderResponse::of).toList());
  }
}
