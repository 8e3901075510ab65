package kr.gonggu.chat.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import kr.gonggu.chat.application.KeepPicture;
import kr.gonggu.chat.application.ViewPicture;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import kr.gonggu.lib.http.UploadedFile;
import kr.gonggu.lib.image.EncodedImage;
import kr.gonggu.lib.image.ImageCodec;
import kr.gonggu.lib.image.ImageStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pictures in messages. */
@Path("/images")
@RequestScoped
@RolesAllowed("member")
@SecurityRequirement(name = "accessToken")
@Tag(name = "Images")
public class ImagesResource {

  /** A picture never changes; only the member's own browser may keep it. */
  private static final String FOR_EVER = "private, max-age=31536000, immutable";

  @Inject KeepPicture keepPicture;
  @Inject ViewPicture viewPicture;
  @Inject ImageCodec codec;
  @Context SecurityContext security;

  /** The form that is uploaded. */
  @Schema(
      name = "MessageImageUpload",
      description = "One picture: JPEG, PNG or WebP of at most 5 MiB")
  public record ImageUpload(
      @Schema(required = true, type = SchemaType.STRING, format = "binary") String file) {}

  /** A member uploads a picture. */
  @POST
  // Any, so that who asks is looked at before what is sent; what is no form is refused as it is
  // read.
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "uploadMessageImage",
      summary = "Keeps a picture, encoded anew: no metadata survives",
      description =
          "Only its uploader can send it, as imageId of a message; until then nobody else sees it,"
              + " and after a day without a message it is removed.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = ImageUpload.class)))
  @APIResponse(
      responseCode = "201",
      description = "Kept",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ImageResponse.class)))
  @APIResponse(
      responseCode = "400",
      description = "IMAGE_INVALID; VALIDATION_FAILED when the field file is missing; BAD_REQUEST")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(responseCode = "403", description = "NOT_IN_ROOM: a member who is in no room")
  @APIResponse(
      responseCode = "413",
      description = "IMAGE_TOO_LARGE: more than 5 MiB or 40 megapixels; BODY_TOO_LARGE")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE: no form")
  @APIResponse(responseCode = "503", description = "UNAVAILABLE: too many pictures at once")
  @APIResponse(
      responseCode = "default",
      description = "Any refusal, by its code",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public Response upload(List<EntityPart> parts, @Context UriInfo uri) throws IOException {
    UUID me = SignedInMember.of(security).id();
    keepPicture.mayUpload(me);
    EncodedImage picture = codec.encode(UploadedFile.of(parts, ImageCodec.MOST_BYTES));
    UUID id = keepPicture.keep(me, picture);
    return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
        .entity(new ImageResponse(id, picture.width(), picture.height()))
        .build();
  }

  /** A member looks at a picture. */
  @GET
  @Path("/{id}")
  @Produces("image/jpeg")
  @Operation(
      operationId = "viewMessageImage",
      summary = "A picture as JPEG, for those who see a message with it",
      description = "Who left the room still sees what was shown before.")
  @APIResponse(
      responseCode = "200",
      description = "JPEG",
      headers = {
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "Cache-Control", schema = @Schema(type = SchemaType.STRING))
      },
      content =
          @Content(
              mediaType = "image/jpeg",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "Not changed: it never does")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED: no such size")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(responseCode = "404", description = "NOT_FOUND, also for a picture of others' rooms")
  @APIResponse(
      responseCode = "default",
      description = "Any refusal, by its code",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
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
    viewPicture.mayView(SignedInMember.of(security).id(), id);
    EntityTag tag = new EntityTag(id + "-" + which);
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        known != null ? known : Response.ok(viewPicture.view(id, which)).tag(tag);
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
}
