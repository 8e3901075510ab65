package kr.gonggu.member.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.http.Page;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import kr.gonggu.member.application.EndAllSessions;
import kr.gonggu.member.application.EndSession;
import kr.gonggu.member.application.ListSessions;
import kr.gonggu.member.application.RefreshSession;
import kr.gonggu.member.application.SignIn;
import kr.gonggu.member.application.SignOut;
import kr.gonggu.member.application.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in, going on, signing out. */
@Path("/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
@APIResponse(
    responseCode = "default",
    description = "Any refusal, by its code",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class SessionsResource {

  @Inject SignIn signIn;
  @Inject RefreshSession refreshSession;
  @Inject SignOut signOut;
  @Inject ListSessions listSessions;
  @Inject EndSession endSession;
  @Inject EndAllSessions endAllSessions;
  @Context HttpServletRequest request;
  @Context SecurityContext security;

  /** Signs a device in. */
  @POST
  @PermitAll
  @Operation(
      operationId = "signIn",
      summary = "Sign in by nickname or e-mail address",
      description = "Sets the cookie refresh, which is sent to this address only.")
  @APIResponseSchema(value = SignedInResponse.class, responseCode = "200")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED, MALFORMED_JSON")
  @APIResponse(
      responseCode = "401",
      description = "SIGN_IN_FAILED: no such account, or another password")
  @APIResponse(responseCode = "429", description = "TOO_MANY_REQUESTS, see Retry-After")
  public Response signIn(
      @RequestBody(required = true) @NotNull @Valid SignInRequest body,
      @Parameter(hidden = true) @HeaderParam("User-Agent") String browser) {
    return signedIn(
        signIn.signIn(
            body.login(),
            body.password(),
            body.device() == null ? browser : body.device(),
            ClientAddress.of(request)));
  }

  /** Gives a device its next tokens. */
  @POST
  @Path("/refresh")
  @Consumes(MediaType.WILDCARD)
  @PermitAll
  @SecurityRequirement(name = "refreshToken")
  @Operation(
      operationId = "refreshSession",
      summary = "Go on: the cookie for a new access token and the next cookie",
      description =
          "A cookie is good once. For ten seconds more it gives the same successor again, for a"
              + " second tab; after that its use ends the session, since somebody else may have it.")
  @APIResponseSchema(value = SignedInResponse.class, responseCode = "200")
  @APIResponse(responseCode = "401", description = "SESSION_ENDED: sign in again")
  public Response refresh(
      @Parameter(hidden = true) @CookieParam(RefreshCookie.NAME) String cookie) {
    return signedIn(refreshSession.refresh(cookie));
  }

  /** Signs this device out. */
  @DELETE
  @Path("/current")
  @PermitAll
  @SecurityRequirement(name = "refreshToken")
  @Operation(operationId = "signOut", summary = "Sign out on this device")
  @APIResponse(responseCode = "204", description = "Signed out, also if nobody was signed in")
  public Response signOut(
      @Parameter(hidden = true) @CookieParam(RefreshCookie.NAME) String cookie) {
    signOut.signOut(cookie);
    return Response.noContent().cookie(RefreshCookie.gone()).build();
  }

  /** Where I am signed in. */
  @GET
  @RolesAllowed("member")
  @SecurityRequirement(name = "accessToken")
  @Operation(operationId = "listSessions", summary = "My sessions, the one used last first")
  @APIResponse(responseCode = "200", description = "All of them")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  public Page<SessionResponse> list() {
    Optional<UUID> own = OwnSession.of(security);
    return new Page<>(
        listSessions.list(me()).stream().map(session -> SessionResponse.of(session, own)).toList(),
        null);
  }

  /** Signs one of my devices out. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed("member")
  @SecurityRequirement(name = "accessToken")
  @Operation(operationId = "endSession", summary = "Sign out on one of my devices")
  @APIResponse(responseCode = "204", description = "Signed out there")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public void end(@PathParam("id") UUID id) {
    endSession.end(me(), id);
  }

  /** Signs all my devices out. */
  @DELETE
  @RolesAllowed("member")
  @SecurityRequirement(name = "accessToken")
  @Operation(operationId = "endAllSessions", summary = "Sign out everywhere, also here")
  @APIResponse(responseCode = "204", description = "Signed out everywhere")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  public Response endAll() {
    endAllSessions.endAll(me());
    return Response.noContent().cookie(RefreshCookie.gone()).build();
  }

  private UUID me() {
    return SignedInMember.of(security).id();
  }

  private static Response signedIn(SignedIn signedIn) {
    return Response.ok(SignedInResponse.of(signedIn))
        .cookie(RefreshCookie.of(signedIn.refreshToken(), signedIn.refreshLifetime()))
        .build();
  }
}
