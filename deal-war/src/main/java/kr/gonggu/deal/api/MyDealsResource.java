package kr.gonggu.deal.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import kr.gonggu.deal.application.ListEnrolledDeals;
import kr.gonggu.deal.application.ListHostedDeals;
import kr.gonggu.deal.domain.DealSummary;
import kr.gonggu.lib.http.Page;
import kr.gonggu.lib.http.PageLimit;
import kr.gonggu.lib.http.SignedInMember;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** The reader's own deals. */
@ApplicationScoped
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("member")
@SecurityRequirement(name = "accessToken")
public class MyDealsResource {

  @Inject ListHostedDeals listHostedDeals;
  @Inject ListEnrolledDeals listEnrolledDeals;
  @Inject ListCursors cursors;

  /** Deals the reader opened. */
  @GET
  @Path("hosted")
  @Operation(operationId = "listMyHostedDeals", summary = "Deals the reader opened, last first")
  public Page<DealSummaryResponse> hosted(
      @QueryParam("cursor") String cursor,
      @QueryParam("limit")
          @Parameter(
              description = "1 to 100, 20 when left out",
              schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
          String limit,
      @Context SecurityContext security) {
    UUID member = SignedInMember.of(security).id();
    String purpose = "hosted " + member;
    int most = PageLimit.of(QueryValues.integer("limit", limit));
    return cursors.page(
        purpose,
        listHostedDeals.list(member, cursors.id(purpose, cursor), most + 1),
        most,
        DealSummaryResponse::of,
        DealSummary::id);
  }

  /** Deals the reader joined. */
  @GET
  @Path("enrolled")
  @Operation(
      operationId = "listMyEnrolledDeals",
      summary = "Deals the reader joined and did not leave, last first")
  public Page<EnrolledDealResponse> enrolled(
      @QueryParam("cursor") String cursor,
      @QueryParam("limit")
          @Parameter(
              description = "1 to 100, 20 when left out",
              schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
          String limit,
      @Context SecurityContext security) {
    UUID member = SignedInMember.of(security).id();
    String purpose = "enrolled " + member;
    int most = PageLimit.of(QueryValues.integer("limit", limit));
    return cursors.page(
        purpose,
        listEnrolledDeals.list(member, cursors.id(purpose, cursor), most + 1),
        most,
        EnrolledDealResponse::of,
        last -> last.enrollment().id());
  }
}
