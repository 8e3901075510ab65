package kr.gonggu.deal.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import kr.gonggu.deal.application.ListHostedDeals;
import kr.gonggu.deal.domain.DealSummary;
import kr.gonggu.lib.http.Page;
import kr.gonggu.lib.http.PageLimit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a neighbour does in the market. */
@ApplicationScoped
@Path("members/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {

  @Inject ListHostedDeals listHostedDeals;
  @Inject ListCursors cursors;

  /** Deals a member opened. */
  @GET
  @Path("hosted")
  @PermitAll
  @Operation(operationId = "listHostedDeals", summary = "Deals a member opened, last first")
  public Page<DealSummaryResponse> hosted(
      @PathParam("id") UUID member,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit")
          @Parameter(
              description = "1 to 100, 20 when left out",
              schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
          String limit) {
    String purpose = "hosted " + member;
    int most = PageLimit.of(QueryValues.integer("limit", limit));
    return cursors.page(
        purpose,
        listHostedDeals.list(member, cursors.id(purpose, cursor), most + 1),
        most,
        DealSummaryResponse::of,
        DealSummary::id);
  }
}
