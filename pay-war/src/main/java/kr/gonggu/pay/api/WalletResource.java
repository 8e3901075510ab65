package kr.gonggu.pay.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import kr.gonggu.lib.persistence.LockConflicts;
import kr.gonggu.pay.application.ViewWallet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** The signed-in member's wallet. */
@ApplicationScoped
@Path("wallet")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("member")
@SecurityRequirement(name = "accessToken")
@APIResponse(
    responseCode = "401",
    description = "UNAUTHENTICATED",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
    responseCode = "403",
    description = "FORBIDDEN: members only",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class WalletResource {

  @Inject ViewWallet viewWallet;

  /** The member looks at the wallet. */
  @GET
  @Operation(
      operationId = "viewWallet",
      summary = "The signed-in member's money; the wallet is made on first use")
  @APIResponse(responseCode = "200", description = "The wallet as it is now")
  public WalletResponse view(@Context SecurityContext security) {
    UUID me = SignedInMember.of(security).id();
    return WalletResponse.of(LockConflicts.retried(() -> viewWallet.view(me)));
  }
}
