package kr.gonggu.push.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import kr.gonggu.push.application.ChoosePreferences;
import kr.gonggu.push.domain.Preferences;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the signed-in member wants to be pushed, and when. */
@Path("/preferences")
@RequestScoped
@RolesAllowed("member")
@SecurityRequirement(name = "accessToken")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Web Push")
public class PreferencesResource {

  @Inject ChoosePreferences choosePreferences;
  @Context SecurityContext security;

  /** What I have chosen. */
  @GET
  @Operation(
      operationId = "pushPreferences",
      summary = "What calls my devices, and when",
      description = "Everything, and not from 22:00 to 08:00, until something else is chosen.")
  @APIResponse(
      responseCode = "200",
      description = "What I have chosen",
      content = @Content(schema = @Schema(implementation = PreferencesBody.class)))
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(responseCode = "403", description = "FORBIDDEN")
  @APIResponse(
      responseCode = "default",
      description = "Any refusal, by its code",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public PreferencesBody show() {
    return PreferencesBody.of(choosePreferences.of(SignedInMember.of(security).id()));
  }

  /** Chooses. */
  @PUT
  @Operation(
      operationId = "choosePushPreferences",
      summary = "What shall call my devices, and when",
      description = "Takes the place of what was chosen before, also for what waits already.")
  @APIResponse(
      responseCode = "200",
      description = "As it is kept",
      content = @Content(schema = @Schema(implementation = PreferencesBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "VALIDATION_FAILED, MALFORMED_JSON",
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
  public PreferencesBody choose(
      @RequestBody(required = true) @NotNull @Valid PreferencesBody request) {
    Preferences chosen = request.preferences();
    choosePreferences.choose(SignedInMember.of(security).id(), chosen);
    return PreferencesBody.of(chosen);
  }
}
