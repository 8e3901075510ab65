package kr.gonggu.deal.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
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
import kr.gonggu.deal.application.KeepPicture;
import kr.gonggu.deal.application.ViewPicture;
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

/** Pictures of deals. */
@ApplicationScoped
@Path("images")
public class ImagesResource {

  /** A picture never changes: what has an id is the same for ever. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  @Inject KeepPicture keepPicture;
  @Inject ViewPicture viewPicture;
  @Inject ImageCodec codec;

  /** The form that is uploaded. */
  @Schema(description = "One picture: JPEG, PNG or WebP of at most 5 MiB")
  public record ImageUpload(
      @Schema(required = true, type = SchemaType.STRING, format = "binary") String file) {}

  /** A member uploads a picture. */
  @POST
  @RolesAllowed("member")
  // Any, so that who asks is looked at before what is sent; what is no form is refused as it is
  // read.
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @SecurityRequirement(name = "accessToken")
  @Operation(
      operationId = "uploadImage",
      summary = "Keeps a picture, encoded anew: no metadata survives")
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
      description = "IMAGE_INVALID; VALIDATION_FAILED when the field file is missing",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "413",
      description = "IMAGE_TOO_LARGE: more than 5 MiB or 40 megapixels",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public Response upload(
      List<EntityPart> parts, @Context SecurityContext security, @Context UriInfo uri)
      throws IOException {
    UUID uploader = SignedInMember.of(security).id();
    EncodedImage picture = codec.encode(UploadedFile.of(parts, ImageCodec.MOST_BYTES));
    UUID id = keepPicture.keep(uploader, picture);
    return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
        .entity(new ImageResponse(id, picture.width(), picture.height()))
        .build();
  }

  /** Somebody looks at a picture. */
  @GET
  @Path("{id}")
  @PermitAll
  @Produces("image/jpeg")
  @Operation(operationId = "viewImage", summary = "A picture as JPEG, cacheable for ever")
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
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND",
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
    EntityTag tag = new EntityTag(id + "-" + which);
    // First of all whether it is there: a precondition is about what a 200 would show (RFC 9110,
    // section 13.2.1).
    byte[] picture = viewPicture.view(id, which);
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer = known != null ? known : Response.ok(picture).tag(tag);
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
