package kr.gonggu.member.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.member.application.ListPublicKeys;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys that access tokens are verified with. */
@Path("/jwks")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@APIResponse(
    responseCode = "default",
    description = "Any refusal, by its code",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class KeysResource {

  @Inject ListPublicKeys listPublicKeys;

  /** The key set, which may be kept for five minutes. */
  @GET
  @Operation(operationId = "listKeys", summary = "The keys that access tokens are verified with")
  @APIResponseSchema(
      value = KeySetResponse.class,
      responseCode = "200",
      responseDescription = "Two keys while one replaces the other")
  public Response keys() {
    return Response.ok(KeySetResponse.of(listPublicKeys.list()))
        .header("Cache-Control", "public, max-age=300")
        .build();
  }
}
