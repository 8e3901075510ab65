package kr.gonggu.push.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import kr.gonggu.push.application.RegisterDevice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The devices of the signed-in member that are called by Web Push (RFC 8030). */
@Path("/subscriptions")
@RequestScoped
@RolesAllowed("member")
@SecurityRequirement(name = "accessToken")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Web Push")
public class SubscriptionsResource {

  @Inject RegisterDevice registerDevice;
  @Context SecurityContext security;

  /** Registers a device. */
  @POST
  @Operation(
      operationId = "subscribe",
      summary = "Calls this device from now on",
      description =
          "The same endpoint again takes the place of the former registration, whoever's it was:"
              + " a browser has one for all who sign in there. Of more than 10 devices the one that"
              + " registered longest ago falls off. A device whose push service knows it no longer"
              + " is removed by itself.")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = SubscriptionResponse.class)))
  @APIResponse(
      responseCode = "400",
      description = "PUSH_SERVICE_UNKNOWN, VALIDATION_FAILED, MALFORMED_JSON",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(responseCode = "403", description = "FORBIDDEN, MEMBER_LEFT")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(
      responseCode = "default",
      description = "Any refusal, by its code",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response subscribe(
      @RequestBody(required = true) @NotNull @Valid SubscribeRequest request) {
    UUID id =
        registerDevice.register(
            SignedInMember.of(security).id(),
            request.endpoint(),
            request.keys().keys(),
            request.deviceName());
    return Response.status(Response.Status.CREATED).entity(new SubscriptionResponse(id)).build();
  }

  /** Removes a device. */
  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "unsubscribe",
      summary = "Calls that device no more",
      description = "Nothing that waits for it is sent any more.")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(responseCode = "403", description = "FORBIDDEN")
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND, also for another member's device",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "default",
      description = "Any refusal, by its code",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public void unsubscribe(
      @Parameter(
              required = true,
              description = "As the registration answered",
              schema = @Schema(implementation = UUID.class),
              example = "0197a3c4-0d2e-7c55-9a3b-5e8f1a2b3c4d")
          @PathParam("id")
          String id) {
    registerDevice.remove(SignedInMember.of(security).id(), uuid(id));
  }

  /** What is no id names nothing. */
  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new Refusal(CommonError.NOT_FOUND, "You have no such device.");
    }
  }
}
