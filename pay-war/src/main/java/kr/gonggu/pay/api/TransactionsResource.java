package kr.gonggu.pay.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.http.Page;
import kr.gonggu.lib.http.PageLimit;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import kr.gonggu.pay.application.ListTransactions;
import kr.gonggu.pay.domain.HistoryEntry;
import kr.gonggu.pay.domain.HistoryFilter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What happened to the signed-in member's wallet. */
@ApplicationScoped
@Path("transactions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("member")
@SecurityRequirement(name = "accessToken")
@APIResponse(
    responseCode = "400",
    description = "VALIDATION_FAILED; CURSOR_INVALID for a cursor of another list",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
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
public class TransactionsResource {

  @Inject ListTransactions listTransactions;
  @Inject HistoryCursors cursors;

  /** A part of the history. */
  @GET
  @Operation(operationId = "listTransactions", summary = "The wallet's history")
  @APIResponse(responseCode = "200", description = "A part of the history")
  public Page<TransactionResponse> list(
      @BeanParam HistoryParameters parameters,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit")
          @Parameter(
              description = "1 to 100, 20 when left out",
              schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
          String limit,
      @Context SecurityContext security) {
    UUID member = SignedInMember.of(security).id();
    HistoryFilter filter = parameters.filter();
    int most = PageLimit.of(QueryValues.integer("limit", limit));
    List<HistoryEntry> entries =
        listTransactions.list(member, filter, cursors.position(member, filter, cursor), most + 1);
    return cursors.page(member, filter, entries, most);
  }
}
