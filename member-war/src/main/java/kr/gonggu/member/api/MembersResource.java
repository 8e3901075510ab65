package kr.gonggu.member.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.http.Page;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.member.application.SignUp;
import kr.gonggu.member.application.ViewMember;
import kr.gonggu.member.domain.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts. */
@Path("/members")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@APIResponse(
    responseCode = "default",
    description = "Any refusal, by its code",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class MembersResource {

  private static final String UUID_TEXT =
      "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

  @Inject SignUp signUp;
  @Inject ViewMember viewMember;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  /** Makes an account. */
  @POST
  @PermitAll
  @Operation(operationId = "signUp", summary = "Become a member")
  @APIResponseSchema(
      value = AccountResponse.class,
      responseCode = "201",
      responseDescription = "The new account; sign in next")
  @APIResponse(
      responseCode = "400",
      description = "VALIDATION_FAILED, PASSWORD_TOO_COMMON, MALFORMED_JSON")
  @APIResponse(responseCode = "409", description = "EMAIL_TAKEN, NICKNAME_TAKEN")
  @APIResponse(responseCode = "429", description = "TOO_MANY_REQUESTS, see Retry-After")
  public Response signUp(@RequestBody(required = true) @NotNull @Valid SignUpRequest body) {
    Member member =
        signUp.signUp(body.email(), body.password(), body.nickname(), ClientAddress.of(request));
    return Response.created(uri.getAbsolutePathBuilder().path(member.id().toString()).build())
        .entity(AccountResponse.of(member))
        .build();
  }

  /** The public profiles of several: a room and a deal show many faces at once. */
  @GET
  @RolesAllowed("member")
  @SecurityRequirement(name = "accessToken")
  @Operation(
      operationId = "viewMembers",
      summary = "What everybody may know of several members",
      description = "Who does not exist, or has left, is left out. In no order; there is no next.")
  @APIResponse(responseCode = "200", description = "Those who are members")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  public Page<PublicProfileResponse> viewSeveral(
      @Parameter(
              description = "Whom, once for each: 1–50",
              example = "0199a8d2-7c3e-7b1a-9f04-5a6b7c8d9e0f",
              required = true)
          @QueryParam("id")
          @NotEmpty
          @Size(max = 50)
          List<@Pattern(regexp = UUID_TEXT, message = "must be a UUID") String> ids) {
    return new Page<>(
        viewMember.viewAll(ids.stream().map(UUID::fromString).distinct().toList()).stream()
            .map(PublicProfileResponse::of)
            .toList(),
        null);
  }

  /** Somebody's public profile. */
  @GET
  @Path("/{id}")
  @RolesAllowed("member")
  @SecurityRequirement(name = "accessToken")
  @Operation(operationId = "viewMember", summary = "What everybody may know of a member")
  @APIResponseSchema(value = PublicProfileResponse.class, responseCode = "200")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public PublicProfileResponse view(@PathParam("id") UUID id) {
    return PublicProfileResponse.of(viewMember.view(id));
  }
}
