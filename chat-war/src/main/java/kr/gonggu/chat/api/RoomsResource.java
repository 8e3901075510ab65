package kr.gonggu.chat.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.chat.application.ListRooms;
import kr.gonggu.chat.application.PostMessages;
import kr.gonggu.chat.application.PostMessages.Post;
import kr.gonggu.chat.application.PostMessages.Receipt;
import kr.gonggu.chat.application.ReadHistory;
import kr.gonggu.chat.domain.EntryView;
import kr.gonggu.chat.domain.RoomSummary;
import kr.gonggu.chat.domain.Rooms.Place;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.http.CursorCodec;
import kr.gonggu.lib.http.Page;
import kr.gonggu.lib.http.PageLimit;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rooms and what is said in them. */
@Path("/rooms")
@RequestScoped
@RolesAllowed("member")
@SecurityRequirement(name = "accessToken")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Rooms")
public class RoomsResource {

  private static final String MY_ROOMS = "chat.rooms";

  @Inject ListRooms listRooms;
  @Inject ReadHistory readHistory;
  @Inject PostMessages postMessages;
  @Inject CursorCodec cursors;
  @Context SecurityContext security;

  /** My rooms. */
  @GET
  @Operation(operationId = "listRooms", summary = "My rooms, those with the newest entries first")
  @APIResponse(responseCode = "200", description = "A part of the list")
  @APIResponse(responseCode = "400", description = "CURSOR_INVALID, VALIDATION_FAILED")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(
      responseCode = "default",
      description = "Any refusal, by its code",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public Page<RoomResponse> list(
      @Parameter(description = "next of the part before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1–100, 20 when not given") @QueryParam("limit") Integer limit) {
    UUID me = SignedInMember.of(security).id();
    int most = PageLimit.of(limit);
    List<RoomSummary> found = listRooms.list(me, place(cursor), most + 1);
    boolean more = found.size() > most;
    List<RoomSummary> part = more ? found.subList(0, most) : found;
    return new Page<>(
        part.stream().map(RoomResponse::of).toList(), more ? cursor(part.get(most - 1)) : null);
  }

  private Place place(String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    List<String> keys = cursors.decode(MY_ROOMS, cursor);
    try {
      return new Place(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
    } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Refusal(CommonError.CURSOR_INVALID, "The cursor does not belong to this list.");
    }
  }

  private String cursor(RoomSummary room) {
    return cursors.encode(MY_ROOMS, List.of(room.lastAt().toString(), room.id().toString()));
  }

  /** What was said in a room. */
  @GET
  @Path("/{dealId}/messages")
  @Operation(
      operationId = "readMessages",
      summary = "A part of a room's history, by number",
      description =
          "Without before and after: the newest. With before: the latest of those earlier. With"
              + " after: the earliest of those later. Always in the order of numbers.")
  @APIResponseSchema(value = MessagePage.class, responseCode = "200")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(responseCode = "403", description = "NOT_IN_ROOM")
  @APIResponse(responseCode = "404", description = "ROOM_NOT_FOUND")
  @APIResponse(
      responseCode = "default",
      description = "Any refusal, by its code",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public MessagePage read(
      @PathParam("dealId") UUID dealId,
      @Parameter(description = "only earlier numbers") @QueryParam("before") Long before,
      @Parameter(description = "only later numbers") @QueryParam("after") Long after,
      @Parameter(description = "1–100, 20 when not given") @QueryParam("limit") Integer limit) {
    UUID me = SignedInMember.of(security).id();
    int most = PageLimit.of(limit);
    notNegative("before", before);
    notNegative("after", after);
    if (before != null && after != null) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED, "after", "Ask for before or for after, not for both.");
    }
    return after == null
        ? earlier(readHistory.before(me, dealId, before, most))
        : later(readHistory.after(me, dealId, after, most));
  }

  private static void notNegative(String parameter, Long value) {
    if (value != null && value < 0) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED, parameter, parameter + " must not be negative.");
    }
  }

  private static MessagePage earlier(ReadHistory.Part part) {
    List<EntryView> entries = part.entries();
    boolean more = !entries.isEmpty() && entries.get(0).seq() > 1;
    return page(part, more ? entries.get(0).seq() : 0);
  }

  private static MessagePage later(ReadHistory.Part part) {
    List<EntryView> entries = part.entries();
    long last = entries.isEmpty() ? part.lastSeq() : entries.get(entries.size() - 1).seq();
    return page(part, last < part.lastSeq() ? last : 0);
  }

  private static MessagePage page(ReadHistory.Part part, long next) {
    return new MessagePage(
        part.entries().stream().map(EntryFrame::of).toList(),
        next == 0 ? null : Long.toString(next),
        part.lastSeq(),
        part.readSeq());
  }

  /** How far everybody in a room has read; {@code read} frames of the socket go on from there. */
  @GET
  @Path("/{dealId}/readers")
  @Operation(
      operationId = "listReaders",
      summary = "How far everybody in the room has read",
      description = "The socket's read frames go on from there. Nobody, for a member who has left.")
  @APIResponseSchema(value = ReadersResponse.class, responseCode = "200")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(responseCode = "403", description = "NOT_IN_ROOM")
  @APIResponse(responseCode = "404", description = "ROOM_NOT_FOUND")
  @APIResponse(
      responseCode = "default",
      description = "Any refusal, by its code",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public ReadersResponse readers(@PathParam("dealId") UUID dealId) {
    return ReadersResponse.of(readHistory.readers(SignedInMember.of(security).id(), dealId));
  }

  /** Says something, the same as over the socket. */
  @POST
  @Path("/{dealId}/messages")
  @Operation(
      operationId = "postMessage",
      summary = "Say something",
      description =
          "Stored and numbered before the answer. The same clientId again is the same message and"
              + " gets the same answer.")
  @APIResponseSchema(value = ReceiptResponse.class, responseCode = "201")
  @APIResponse(
      responseCode = "400",
      description = "VALIDATION_FAILED, MALFORMED_JSON, NO_SUCH_IMAGE")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(responseCode = "403", description = "NOT_IN_ROOM, LEFT_ROOM")
  @APIResponse(responseCode = "404", description = "ROOM_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "ROOM_CLOSED")
  @APIResponse(
      responseCode = "default",
      description = "Any refusal, by its code",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public Response post(
      @PathParam("dealId") UUID dealId, @NotNull @Valid PostMessageRequest request) {
    UUID me = SignedInMember.of(security).id();
    Post post = new Post(me, request.draft());
    Receipt receipt = postMessages.post(dealId, List.of(post)).get(0).orThrow();
    return Response.status(Response.Status.CREATED)
        .entity(new ReceiptResponse(dealId, request.clientId(), receipt.seq(), receipt.at()))
        .build();
  }
}
