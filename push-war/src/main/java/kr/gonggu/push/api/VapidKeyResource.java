package kr.gonggu.push.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.push.application.ShowApplicationServerKey;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** By which push services recognise this market (RFC 8292). */
@Path("/vapid-public-key")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Web Push")
public class VapidKeyResource {

  @Inject ShowApplicationServerKey key;

  /** The key, for anybody: it is public. */
  @GET
  @PermitAll
  @Operation(
      operationId = "vapidPublicKey",
      summary = "applicationServerKey to subscribe with",
      description = "The same on every instance, and for as long as the market stands.")
  @APIResponse(
      responseCode = "200",
      description = "The key",
      content = @Content(schema = @Schema(implementation = VapidKeyResponse.class)))
  @APIResponse(
      responseCode = "503",
      description = "UNAVAILABLE: the keys folder cannot be used",
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
  public VapidKeyResponse show() {
    return new VapidKeyResponse(key.publicKey());
  }
}
