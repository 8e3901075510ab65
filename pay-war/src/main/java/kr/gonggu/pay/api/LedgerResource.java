package kr.gonggu.pay.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.pay.application.ProveLedger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** The books, for operators. */
@ApplicationScoped
@Path("ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@SecurityRequirement(name = "accessToken")
@APIResponse(
    responseCode = "401",
    description = "UNAUTHENTICATED",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
    responseCode = "403",
    description = "FORBIDDEN: operators only",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class LedgerResource {

  @Inject ProveLedger proveLedger;

  /** Counts the whole ledger. */
  @GET
  @Path("proof")
  @Operation(
      operationId = "proveLedger",
      summary = "Counts every posting and compares it with every balance")
  @APIResponse(responseCode = "200", description = "The books at one moment")
  public LedgerProofResponse prove() {
    return LedgerProofResponse.of(proveLedger.prove());
  }
}
