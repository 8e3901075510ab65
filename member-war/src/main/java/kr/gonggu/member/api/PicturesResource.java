package kr.gonggu.member.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import kr.gonggu.lib.http.UploadedFile;
import kr.gonggu.lib.image.ImageCodec;
import kr.gonggu.lib.image.ImageStore;
import kr.gonggu.member.application.ShowOneself;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What members look like. */
@Path("/")
@RequestScoped
@Tag(name = "Accounts")
@APIResponse(
    responseCode = "default",
    description = "Any refusal, by its code",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class PicturesResource {

  /** A picture never changes: another one has another id. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  @Inject ShowOneself showOneself;
  @Inject ImageCodec codec;
  @Context SecurityContext security;

  /** The form that is uploaded. */
  @Schema(description = "One picture: JPEG, PNG or WebP of at most 5 MiB")
  public record PictureUpload(
      @Schema(required = true, type = SchemaType.STRING, format = "binary") String file) {}

  /** Another picture of me. */
  @PUT
  @Path("/members/me/picture")
  @RolesAllowed("member")
  @SecurityRequirement(name = "accessToken")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "choosePicture",
      summary = "Show a picture of myself, encoded anew: no metadata survives")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = PictureUpload.class)))
  @APIResponseSchema(value = ProfileResponse.class, responseCode = "200")
  @APIResponse(responseCode = "400", description = "IMAGE_INVALID, VALIDATION_FAILED")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(
      responseCode = "413",
      description = "IMAGE_TOO_LARGE: more than 5 MiB or 40 megapixels")
  public ProfileResponse choose(List<EntityPart> parts) throws IOException {
    return ProfileResponse.of(
        showOneself.show(me(), codec.encode(UploadedFile.of(parts, ImageCodec.MOST_BYTES))));
  }

  /** No picture of me any more. */
  @DELETE
  @Path("/members/me/picture")
  @RolesAllowed("member")
  @SecurityRequirement(name = "accessToken")
  @Operation(operationId = "dropPicture", summary = "Show no picture any more")
  @APIResponse(responseCode = "204", description = "There is none now")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  public void drop() {
    showOneself.hide(me());
  }

  /** Somebody looks at a picture. */
  @GET
  @Path("/pictures/{id}")
  @PermitAll
  @Produces("image/jpeg")
  @Operation(operationId = "viewPicture", summary = "A picture as JPEG, cacheable for ever")
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
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        known != null ? known : Response.ok(showOneself.view(id, which)).tag(tag);
    return answer.header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
  }

  private static ImageStore.Size which(String size) {
    return switch (size == null ? "full" : size) {
      case "full" -> ImageStore.Size.FULL;
      case "thumb" -> ImageStore.Size.THUMB;
      default ->
          throw Refusal.field(CommonError.VALIDATION_FAILED, "size", "is not one of the values");
    };
  }

  private UUID me() {
    return SignedInMember.of(security).id();
  }
}
