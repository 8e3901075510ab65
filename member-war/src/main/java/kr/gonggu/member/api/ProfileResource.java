package kr.gonggu.member.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import kr.gonggu.lib.http.UploadedFile;
import kr.gonggu.lib.image.EncodedImage;
import kr.gonggu.lib.image.ImageCodec;
import kr.gonggu.lib.persistence.LockConflicts;
import kr.gonggu.member.application.ChangePassword;
import kr.gonggu.member.application.ChangeProfile;
import kr.gonggu.member.application.ChooseKeywords;
import kr.gonggu.member.application.ChooseNeighbourhood;
import kr.gonggu.member.application.Leave;
import kr.gonggu.member.application.ShowOneself;
import kr.gonggu.member.application.ViewMember;
import kr.gonggu.member.domain.Keywords;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The signed-in member's own account. */
@Path("/members/me")
@RequestScoped
@RolesAllowed("member")
@SecurityRequirement(name = "accessToken")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@APIResponse(
    responseCode = "default",
    description = "Any refusal, by its code",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class ProfileResource {

  @Inject ViewMember viewMember;
  @Inject ChangeProfile changeProfile;
  @Inject ChangePassword changePassword;
  @Inject Leave leave;
  @Inject ChooseNeighbourhood chooseNeighbourhood;
  @Inject ChooseKeywords chooseKeywords;
  @Inject ShowOneself showOneself;
  @Inject ImageCodec codec;
  @Context SecurityContext security;

  /** The form that is uploaded. */
  @Schema(description = "One picture: JPEG, PNG or WebP of at most 5 MiB")
  public record PictureUpload(
      @Schema(required = true, type = SchemaType.STRING, format = "binary") String file) {}

  /** My account. */
  @GET
  @Operation(operationId = "viewProfile", summary = "My account")
  @APIResponseSchema(value = ProfileResponse.class, responseCode = "200")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  public ProfileResponse view() {
    return ProfileResponse.of(viewMember.view(me()));
  }

  /** Another nickname, another e-mail address. */
  @PATCH
  @Operation(
      operationId = "changeProfile",
      summary = "Take another nickname or e-mail address",
      description = "Needs the password: both are what neighbours and money find the member by.")
  @APIResponseSchema(value = ProfileResponse.class, responseCode = "200")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED, MALFORMED_JSON")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(responseCode = "403", description = "PASSWORD_WRONG")
  @APIResponse(responseCode = "409", description = "EMAIL_TAKEN, NICKNAME_TAKEN")
  @APIResponse(responseCode = "429", description = "TOO_MANY_REQUESTS, see Retry-After")
  public ProfileResponse change(
      @RequestBody(required = true) @NotNull @Valid ChangeProfileRequest body) {
    return ProfileResponse.of(
        changeProfile.change(me(), body.nickname(), body.email(), body.password()));
  }

  /** Another picture of me. */
  @PUT
  @Path("/picture")
  // Any, so that who asks is looked at before what is sent; what is no form is refused as it is
  // read.
  @Consumes(MediaType.WILDCARD)
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
    UUID me = me();
    EncodedImage picture = codec.encode(UploadedFile.of(parts, ImageCodec.MOST_BYTES));
    // Members who show their first picture at once lock the same gap of the table.
    return ProfileResponse.of(LockConflicts.retried(() -> showOneself.show(me, picture)));
  }

  /** No picture of me any more. */
  @DELETE
  @Path("/picture")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "dropPicture", summary = "Show no picture any more")
  @APIResponse(responseCode = "204", description = "There is none now")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  public void drop() {
    UUID me = me();
    LockConflicts.retried(
        () -> {
          showOneself.hide(me);
          return me;
        });
  }

  /** I leave. */
  @DELETE
  @Operation(
      operationId = "leave",
      summary = "Leave the market for good",
      description =
          "Erases the account, ends all sessions and lets every service erase what it keeps;"
              + " what was paid stays in the ledger under a pseudonym. Nickname and e-mail address"
              + " are free again. An access token that is out lives on for its minutes.")
  @APIResponse(responseCode = "204", description = "The account is no more")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED, MALFORMED_JSON")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(responseCode = "403", description = "PASSWORD_WRONG")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: the account is no more already")
  @APIResponse(responseCode = "429", description = "TOO_MANY_REQUESTS, see Retry-After")
  public Response leave(@RequestBody(required = true) @NotNull @Valid LeaveRequest body) {
    leave.leave(me(), body.password());
    return Response.noContent().cookie(RefreshCookie.gone()).build();
  }

  /** Another password. */
  @PUT
  @Path("/password")
  @Operation(
      operationId = "changePassword",
      summary = "Take another password",
      description = "Ends every other session.")
  @APIResponse(responseCode = "204", description = "From now on the new one counts")
  @APIResponse(
      responseCode = "400",
      description = "VALIDATION_FAILED, PASSWORD_TOO_COMMON, MALFORMED_JSON")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(responseCode = "403", description = "PASSWORD_WRONG")
  @APIResponse(responseCode = "429", description = "TOO_MANY_REQUESTS, see Retry-After")
  public void changePassword(
      @RequestBody(required = true) @NotNull @Valid ChangePasswordRequest body) {
    changePassword.change(me(), OwnSession.of(security), body.current(), body.next());
  }

  /** Where I live. */
  @PUT
  @Path("/neighbourhood")
  @Operation(operationId = "chooseNeighbourhood", summary = "Say where I live and how far I look")
  @APIResponseSchema(value = ProfileResponse.class, responseCode = "200")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED, MALFORMED_JSON")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  public ProfileResponse chooseNeighbourhood(
      @RequestBody(required = true) @NotNull @Valid NeighbourhoodBody body) {
    return ProfileResponse.of(chooseNeighbourhood.choose(me(), body.neighbourhood()));
  }

  /** What I want to be alerted for. */
  @PUT
  @Path("/keywords")
  @Operation(
      operationId = "chooseKeywords",
      summary = "Say which words I want to be alerted for",
      description = "Replaces those chosen before; at most 20 of at most 20 characters.")
  @APIResponseSchema(value = ProfileResponse.class, responseCode = "200")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED, MALFORMED_JSON")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  public ProfileResponse chooseKeywords(
      @RequestBody(
              required = true,
              content =
                  @Content(mediaType = MediaType.APPLICATION_JSON, example = "[\"현미\",\"감귤\"]"))
          @NotNull
          @Size(max = 100)
          List<@NotNull @Size(max = 200) String> words) {
    return ProfileResponse.of(chooseKeywords.choose(me(), new Keywords(words)));
  }

  private UUID me() {
    return SignedInMember.of(security).id();
  }
}
