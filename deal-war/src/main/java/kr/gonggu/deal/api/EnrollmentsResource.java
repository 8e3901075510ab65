package kr.gonggu.deal.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import kr.gonggu.deal.application.ChangeQuantity;
import kr.gonggu.deal.application.ConfirmReceipt;
import kr.gonggu.deal.application.JoinDeal;
import kr.gonggu.deal.application.LeaveDeal;
import kr.gonggu.deal.application.ListParticipants;
import kr.gonggu.lib.http.Idempotency;
import kr.gonggu.lib.http.Page;
import kr.gonggu.lib.http.PageLimit;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import kr.gonggu.lib.persistence.LockConflicts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** Who takes part in a deal. */
@ApplicationScoped
@Path("deals/{id}/enrollments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("member")
@SecurityRequirement(name = "accessToken")
@APIResponse(
    responseCode = "404",
    description = "NOT_FOUND; for /me also NOT_JOINED",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = Problem.class)))
public class EnrollmentsResource {

  @Inject JoinDeal joinDeal;
  @Inject ChangeQuantity changeQuantity;
  @Inject LeaveDeal leaveDeal;
  @Inject ConfirmReceipt confirmReceipt;
  @Inject ListParticipants listParticipants;
  @Inject Idempotency idempotency;
  @Inject ListCursors cursors;

  /** A member takes shares. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "joinDeal", summary = "Takes shares of a deal")
  @APIResponse(
      responseCode = "201",
      description = "Joined",
      content = @Content(schema = @Schema(implementation = EnrollmentResponse.class)))
  @APIResponse(
      responseCode = "400",
      description = "VALIDATION_FAILED, MALFORMED_JSON, IDEMPOTENCY_KEY_REQUIRED",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "DEAL_FULL, SHARES_NOT_LEFT, ALREADY_JOINED, HOST_CANNOT_JOIN, DEAL_EXPIRED,"
              + " DEAL_CANCELLED, DEAL_CLOSED",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "IDEMPOTENCY_KEY_REUSED: the key belongs to a different request",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public Response join(
      @PathParam("id") UUID dealId,
      @HeaderParam("Idempotency-Key")
          @Parameter(required = true, description = "1 to 64 printable characters")
          String key,
      @NotNull @Valid QuantityRequest request,
      @Context SecurityContext security) {
    SignedInMember member = SignedInMember.of(security);
    EnrollmentResponse answer =
        idempotency.once(
            member.id(),
            key,
            "join " + dealId,
            request,
            EnrollmentResponse.class,
            () ->
                EnrollmentResponse.of(
                    joinDeal.join(dealId, member.id(), member.nickname(), request.quantity())));
    return Response.status(Response.Status.CREATED).entity(answer).build();
  }

  /** A participant wants more or fewer shares. */
  @PATCH
  @Path("me")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "changeQuantity", summary = "Takes more shares or gives some back")
  @APIResponse(responseCode = "200", description = "The enrolment as it is now")
  @APIResponse(
      responseCode = "409",
      description = "DEAL_FULL, SHARES_NOT_LEFT, DEAL_EXPIRED, DEAL_CANCELLED, DEAL_CLOSED",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public EnrollmentResponse change(
      @PathParam("id") UUID dealId,
      @NotNull @Valid QuantityRequest request,
      @Context SecurityContext security) {
    SignedInMember member = SignedInMember.of(security);
    return EnrollmentResponse.of(
        LockConflicts.retried(
            () ->
                changeQuantity.change(dealId, member.id(), member.nickname(), request.quantity())));
  }

  /** A participant leaves. */
  @DELETE
  @Path("me")
  @Operation(operationId = "leaveDeal", summary = "Gives all shares back")
  @APIResponse(responseCode = "204", description = "Left")
  @APIResponse(
      responseCode = "409",
      description = "DEAL_EXPIRED, DEAL_CANCELLED, DEAL_CLOSED: it is too late",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public void leave(@PathParam("id") UUID dealId, @Context SecurityContext security) {
    SignedInMember member = SignedInMember.of(security);
    LockConflicts.retried(() -> leaveDeal.leave(dealId, member.id(), member.nickname()));
  }

  /** A participant has its goods. */
  @POST
  @Path("me/receipt")
  @Operation(
      operationId = "confirmReceipt",
      summary = "Confirms that the goods are received; again changes nothing")
  @APIResponse(
      responseCode = "200",
      description = "Confirmed",
      content = @Content(schema = @Schema(implementation = EnrollmentResponse.class)))
  @APIResponse(
      responseCode = "409",
      description = "NOT_READY: the host has not said that the goods are ready",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public EnrollmentResponse confirmReceipt(
      @PathParam("id") UUID dealId, @Context SecurityContext security) {
    SignedInMember member = SignedInMember.of(security);
    return EnrollmentResponse.of(
        LockConflicts.retried(
            () -> confirmReceipt.confirm(dealId, member.id(), member.nickname())));
  }

  /** Who joined. */
  @GET
  @Operation(operationId = "listParticipants", summary = "Who joined, first come first")
  @APIResponse(responseCode = "200", description = "A part of the list")
  public Page<ParticipantResponse> list(
      @PathParam("id") UUID dealId,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit")
          @Parameter(
              description = "1 to 100, 20 when left out",
              schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
          String limit) {
    String purpose = "participants " + dealId;
    int most = PageLimit.of(QueryValues.integer("limit", limit));
    return cursors.page(
        purpose,
        listParticipants.list(dealId, cursors.id(purpose, cursor), most + 1),
        most,
        ParticipantResponse::of,
        last -> last.enrollment().id());
  }
}
