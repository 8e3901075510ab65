package kr.gonggu.deal.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.Supplier;
import kr.gonggu.deal.application.CancelDeal;
import kr.gonggu.deal.application.EditDeal;
import kr.gonggu.deal.application.ListRevisions;
import kr.gonggu.deal.application.MoveDeal;
import kr.gonggu.deal.application.OpenDeal;
import kr.gonggu.deal.application.SearchDeals;
import kr.gonggu.deal.application.ViewDeal;
import kr.gonggu.deal.domain.DealDetails;
import kr.gonggu.deal.domain.DealRevision;
import kr.gonggu.deal.domain.DealSearch;
import kr.gonggu.deal.domain.ExpectedVersion;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.http.Idempotency;
import kr.gonggu.lib.http.Page;
import kr.gonggu.lib.http.PageLimit;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import kr.gonggu.lib.persistence.LockConflicts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** Deals: found, opened, looked at, changed and given up. */
@ApplicationScoped
@Path("deals")
@Produces(MediaType.APPLICATION_JSON)
public class DealsResource {

  @Inject SearchDeals searchDeals;
  @Inject OpenDeal openDeal;
  @Inject Idempotency idempotency;
  @Inject ViewDeal viewDeal;
  @Inject EditDeal editDeal;
  @Inject CancelDeal cancelDeal;
  @Inject MoveDeal moveDeal;
  @Inject ListRevisions listRevisions;
  @Inject ListCursors cursors;

  /** A part of a search. */
  @GET
  @PermitAll
  @Operation(operationId = "searchDeals", summary = "Deals, filtered and sorted")
  @APIResponse(responseCode = "200", description = "A part of the search")
  public Page<DealSummaryResponse> search(
      @BeanParam SearchParameters parameters,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit")
          @Parameter(
              description = "1 to 100, 20 when left out",
              schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
          String limit) {
    DealSearch search = parameters.search();
    int most = PageLimit.of(QueryValues.integer("limit", limit));
    return cursors.page(
        search, searchDeals.search(search, cursors.position(search, cursor), most + 1), most);
  }

  /** A member opens a deal. */
  @POST
  @RolesAllowed("member")
  @Consumes(MediaType.APPLICATION_JSON)
  @SecurityRequirement(name = "accessToken")
  @Operation(operationId = "openDeal", summary = "Opens a deal; its opener is the host")
  @APIResponse(
      responseCode = "201",
      description = "Opened",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = DealResponse.class)))
  @APIResponse(
      responseCode = "400",
      description =
          "VALIDATION_FAILED, ESCROW_NOT_AVAILABLE, IMAGE_UNKNOWN, IDEMPOTENCY_KEY_REQUIRED (a key"
              + " that is sent but not well-formed)")
  @APIResponse(
      responseCode = "422",
      description = "IDEMPOTENCY_KEY_REUSED: the key belongs to a different request",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public Response open(
      @HeaderParam("Idempotency-Key")
          @Parameter(
              description =
                  "1 to 64 printable characters. May be left out; with it a request whose answer was"
                      + " lost can be sent again without opening a second deal")
          String key,
      @NotNull @Valid OpenDealRequest request,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    SignedInMember member = SignedInMember.of(security);
    Supplier<UUID> opening =
        () ->
            openDeal.open(
                member.id(),
                member.nickname(),
                request.presentation(),
                request.terms(),
                request.payment());
    UUID id =
        key == null
            ? LockConflicts.retried(opening)
            : idempotency.once(member.id(), key, "open", request, UUID.class, opening);
    DealDetails details = viewDeal.view(id, member.id());
    return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
        .tag(version(details))
        .entity(DealResponse.of(details))
        .build();
  }

  /** Somebody looks at a deal. */
  @GET
  @Path("{id}")
  @PermitAll
  @Operation(
      operationId = "viewDeal",
      summary = "A deal; with an access token also the reader's own enrolment")
  @APIResponse(
      responseCode = "200",
      description = "The deal; the ETag is the version that If-Match wants",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = DealResponse.class)))
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public Response view(@PathParam("id") UUID id, @Context SecurityContext security) {
    UUID viewer = security.getUserPrincipal() == null ? null : SignedInMember.of(security).id();
    return answer(viewDeal.view(id, viewer));
  }

  /** The host changes a deal. */
  @PATCH
  @Path("{id}")
  @RolesAllowed("member")
  @Consumes(MediaType.APPLICATION_JSON)
  @SecurityRequirement(name = "accessToken")
  @Operation(
      operationId = "editDeal",
      summary = "The host changes a deal; terms only while nobody has joined")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = DealResponse.class)))
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED, IMAGE_UNKNOWN")
  @APIResponse(
      responseCode = "403",
      description = "NOT_THE_HOST",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "TERMS_FIXED, DEAL_EXPIRED, DEAL_CANCELLED, DEAL_CLOSED",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "412",
      description = "VERSION_CONFLICT: it was changed meanwhile",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "428",
      description = "VERSION_REQUIRED: If-Match is missing",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public Response edit(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true, example = "\"1\"")
          String ifMatch,
      @NotNull @Valid EditDealRequest request,
      @Context SecurityContext security) {
    SignedInMember member = SignedInMember.of(security);
    LockConflicts.retried(
        () -> editDeal.edit(id, member.id(), member.nickname(), expected(ifMatch), request.edit()));
    return answer(viewDeal.view(id, member.id()));
  }

  /** The host gives a deal up. */
  @POST
  @Path("{id}/cancellation")
  @RolesAllowed("member")
  @Consumes(MediaType.APPLICATION_JSON)
  @SecurityRequirement(name = "accessToken")
  @Operation(
      operationId = "cancelDeal",
      summary = "The host gives a deal up; every enrolment ends, every participant is told")
  @APIResponse(
      responseCode = "200",
      description = "Cancelled",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = DealResponse.class)))
  @APIResponse(
      responseCode = "403",
      description = "NOT_THE_HOST",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "DEAL_EXPIRED, DEAL_CANCELLED, DEAL_CLOSED: it is over already",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public Response cancel(
      @PathParam("id") UUID id,
      @NotNull @Valid CancelDealRequest request,
      @Context SecurityContext security) {
    SignedInMember member = SignedInMember.of(security);
    LockConflicts.retried(() -> cancelDeal.cancel(id, member.id(), request.reason()));
    return answer(viewDeal.view(id, member.id()));
  }

  /** The host moves a full deal on. */
  @POST
  @Path("{id}/status")
  @RolesAllowed("member")
  @Consumes(MediaType.APPLICATION_JSON)
  @SecurityRequirement(name = "accessToken")
  @Operation(
      operationId = "moveDeal",
      summary = "The host moves a full deal on: ORDERED, READY, COMPLETED; participants are told")
  @APIResponse(
      responseCode = "200",
      description = "Moved on",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = DealResponse.class)))
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED, IMAGE_UNKNOWN")
  @APIResponse(
      responseCode = "403",
      description = "NOT_THE_HOST",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "STATUS_NOT_NEXT, DEAL_EXPIRED, DEAL_CANCELLED",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public Response move(
      @PathParam("id") UUID id,
      @NotNull @Valid MoveDealRequest request,
      @Context SecurityContext security) {
    SignedInMember member = SignedInMember.of(security);
    LockConflicts.retried(
        () ->
            moveDeal.move(
                id, member.id(), request.to().status(), request.note(), request.receiptImageId()));
    return answer(viewDeal.view(id, member.id()));
  }

  /** What the host changed. */
  @GET
  @Path("{id}/revisions")
  @PermitAll
  @Operation(operationId = "listDealRevisions", summary = "What the host changed, the last first")
  @APIResponse(responseCode = "200", description = "A part of the list")
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public Page<DealRevisionResponse> revisions(
      @PathParam("id") UUID id,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit")
          @Parameter(
              description = "1 to 100, 20 when left out",
              schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
          String limit) {
    String purpose = "revisions " + id;
    int most = PageLimit.of(QueryValues.integer("limit", limit));
    return cursors.numbered(
        purpose,
        listRevisions.list(id, cursors.number(purpose, cursor), most + 1),
        most,
        DealRevisionResponse::of,
        DealRevision::version);
  }

  private static Response answer(DealDetails details) {
    return Response.ok(DealResponse.of(details)).tag(version(details)).build();
  }

  private static EntityTag version(DealDetails details) {
    return new EntityTag(Integer.toString(details.version()));
  }

  /** {@code If-Match} (RFC 9110, section 13.1.1): our strong tag, or any. */
  private static ExpectedVersion expected(String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new Refusal(CommonError.VERSION_REQUIRED, "Send the deal's ETag as If-Match.");
    }
    String tag = ifMatch.strip();
    if (tag.equals("*")) {
      return ExpectedVersion.ANY;
    }
    if (!tag.matches("\"\\d{1,9}\"")) {
      throw new Refusal(CommonError.VERSION_CONFLICT, "If-Match is no ETag of this deal.");
    }
    return new ExpectedVersion(Integer.valueOf(tag.substring(1, tag.length() - 1)));
  }
}
