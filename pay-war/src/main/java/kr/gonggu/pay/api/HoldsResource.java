package kr.gonggu.pay.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import kr.gonggu.lib.http.Page;
import kr.gonggu.lib.http.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What is held for which deal. */
@ApplicationScoped
@Path("holds")
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
public class HoldsResource {

  /** Money is held by deals with payment ESCROW only, and deal refuses those: nobody has a hold. */
  @GET
  @Operation(
      operationId = "listHolds",
      summary = "What is held for which deal",
      description = "Only deals with payment ESCROW hold money, and none can be opened yet.")
  @APIResponse(responseCode = "200", description = "The holds; none")
  public Page<HoldResponse> list() {
    return new Page<>(List.of(), null);
  }
}
