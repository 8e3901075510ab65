package kr.gonggu.member.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.member.application.CheckAvailability;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is still free, for who fills in a form. */
@Path("/availability")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@APIResponse(
    responseCode = "default",
    description = "Any refusal, by its code",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class AvailabilityResource {

  @Inject CheckAvailability checkAvailability;
  @Context HttpServletRequest request;

  /** Whether a nickname, an e-mail address or both are free. */
  @GET
  @Operation(operationId = "checkAvailability", summary = "Whether names are free")
  @APIResponseSchema(value = AvailabilityResponse.class, responseCode = "200")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED")
  @APIResponse(responseCode = "429", description = "TOO_MANY_REQUESTS, see Retry-After")
  public AvailabilityResponse check(
      @Parameter(example = "망원동쌀집") @QueryParam("nickname") @Size(max = 100) String nickname,
      @Parameter(example = "kim@example.com") @QueryParam("email") @Size(max = 254) String email) {
    return AvailabilityResponse.of(
        checkAvailability.check(nickname, email, ClientAddress.of(request)));
  }
}
