package kr.gonggu.member.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.image.ImageStore;
import kr.gonggu.member.application.ShowOneself;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What members look like. */
@Path("/pictures")
@RequestScoped
@Tag(name = "Accounts")
@APIResponse(
    responseCode = "default",
    description = "Any refusal, by its code",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class PicturesResource {

  /**
   * A picture never changes, but a face that its owner took back must not be shown for long by
   * whoever keeps copies: asked again after a minute (RFC 9111, section 5.2.2).
   */
  private static final String A_MINUTE = "public, max-age=60";

  @Inject ShowOneself showOneself;

  /** Somebody looks at a picture. */
  @GET
  @Path("/{id}")
  @PermitAll
  @Produces("image/jpeg")
  @Operation(operationId = "viewPicture", summary = "A picture as JPEG")
  @APIResponse(
      responseCode = "200",
      description = "JPEG",
      content =
          @Content(
              mediaType = "image/jpeg",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public Response view(
      @PathParam("id") UUID id,
      @QueryParam("size")
          @Parameter(
              description = "Longest side: thumb 480, full 1600 pixels; full when left out",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"thumb", "full"}))
          String size,
      @Context Request request) {
    ImageStore.Size which = which(size);
    EntityTag tag = new EntityTag(id + "-" + which);
    // First of all whether it is still there.
    byte[] picture = showOneself.view(id, which);
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer = known != null ? known : Response.ok(picture).tag(tag);
    return answer.header(HttpHeaders.CACHE_CONTROL, A_MINUTE).build();
  }

  private static ImageStore.Size which(String size) {
    return switch (size == null ? "full" : size) {
      case "full" -> ImageStore.Size.FULL;
      case "thumb" -> ImageStore.Size.THUMB;
      default ->
          throw Refusal.field(CommonError.VALIDATION_FAILED, "size", "is not one of the values");
    };
  }
}
