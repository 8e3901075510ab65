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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.http.CursorCodec;
import kr.gonggu.lib.http.Page;
import kr.gonggu.lib.http.PageLimit;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import kr.gonggu.push.application.CountUnread;
import kr.gonggu.push.application.MarkRead;
import kr.gonggu.push.application.ReadInbox;
import kr.gonggu.push.domain.Notification;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The signed-in member's inbox: everything that was told, whether or not it was seen live. */
@Path("/inbox")
@RequestScoped
@RolesAllowed("member")
@SecurityRequirement(name = "accessToken")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Inbox")
public class InboxResource {

  private static final String LIST = "push.inbox";

  @Inject ReadInbox readInbox;
  @Inject MarkRead markRead;
  @Inject CountUnread countUnread;
  @Inject CursorCodec cursors;
  @Context SecurityContext security;

  /** What I was told. */
  @GET
  @Operation(operationId = "listInbox", summary = "What I was told, the newest first")
  @APIResponse(responseCode = "200", description = "A part of the inbox")
  @APIResponse(responseCode = "400", description = "CURSOR_INVALID, VALIDATION_FAILED")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(
      responseCode = "default",
      description = "Any refusal, by its code",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Page<NotificationResponse> list(
      @Parameter(description = "next of the part before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1–100, 20 when not given") @QueryParam("limit") Integer limit) {
    UUID me = SignedInMember.of(security).id();
    // A cursor of one member is worthless to another.
    String purpose = LIST + me;
    int most = PageLimit.of(limit);
    UUID before =
        cursor == null || cursor.isEmpty()
            ? null
            : UUID.fromString(cursors.decode(purpose, cursor).get(0));
    // One more than a part has says whether the list goes on.
    List<Notification> found = readInbox.before(me, before, most + 1);
    boolean more = found.size() > most;
    List<Notification> part = more ? found.subList(0, most) : found;
    return new Page<>(
        part.stream().map(NotificationResponse::of).toList(),
        more ? cursors.encode(purpose, List.of(part.get(most - 1).id().toString())) : null);
  }

  /** Marks as read. */
  @PUT
  @Path("/read")
  @Operation(
      operationId = "markInboxRead",
      summary = "I have seen everything up to this one",
      description = "What came later stays unread. Open streams of all devices learn the count.")
  @APIResponse(responseCode = "200", description = "How many are still unread")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED, MALFORMED_JSON")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(
      responseCode = "default",
      description = "Any refusal, by its code",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public UnreadCountResponse read(
      @RequestBody(required = true) @NotNull @Valid MarkReadRequest request) {
    return new UnreadCountResponse(markRead.upTo(SignedInMember.of(security).id(), request.upTo()));
  }

  /** The number at the bell. */
  @GET
  @Path("/unread-count")
  @Operation(operationId = "countUnread", summary = "How many are unread")
  @APIResponse(responseCode = "200", description = "How many are unread")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(
      responseCode = "default",
      description = "Any refusal, by its code",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public UnreadCountResponse unread() {
    return new UnreadCountResponse(countUnread.of(SignedInMember.of(security).id()));
  }
}
