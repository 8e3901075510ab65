package kr.gonggu.push.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import kr.gonggu.push.application.LiveInboxes;
import kr.gonggu.push.domain.Background;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The inbox live, for an open page (HTML Living Standard, section 9.2, Server-sent events). */
@Path("/stream")
@RequestScoped
@RolesAllowed("member")
@SecurityRequirement(name = "accessToken")
@Tag(name = "Inbox")
public class StreamResource {

  @Inject LiveInboxes live;
  @Inject Background background;
  @Inject Clock clock;
  @Context SecurityContext security;

  /** Opens a stream. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "openStream",
      summary = "What I am told, as it happens",
      description =
          "Events: notification (id and data as in the inbox) and unread ({\"count\": n}, at the"
              + " beginning and whenever it changes). A comment every 20 s keeps the line alive."
              + " The stream ends when the access token runs out; come back with a new one and"
              + " Last-Event-ID, and nothing is missed. The oldest of more than 8 streams ends.")
  @APIResponse(
      responseCode = "200",
      description = "The stream",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(
      responseCode = "default",
      description = "Any refusal, by its code",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public void open(
      @Parameter(description = "Id of the last notification received: what came after it follows")
          @HeaderParam("Last-Event-ID")
          String lastEventId,
      @Context SseEventSink sink,
      @Context Sse sse) {
    UUID me = SignedInMember.of(security).id();
    // SignedInMember.of has made sure of the principal.
    JsonWebToken token = (JsonWebToken) security.getUserPrincipal();
    Instant end = Instant.ofEpochSecond(token.getExpirationTime());
    live.open(new SseListener(me, end, sink, sse, clock, background), lastSeen(lastEventId));
  }

  /**
   * A client cannot mend an id that it does not understand, so one that is none counts as absent.
   */
  private static UUID lastSeen(String lastEventId) {
    try {
      return lastEventId == null ? null : UUID.fromString(lastEventId.trim());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
