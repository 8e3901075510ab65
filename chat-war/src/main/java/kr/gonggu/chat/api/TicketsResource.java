package kr.gonggu.chat.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import kr.gonggu.chat.application.IssueTicket;
import kr.gonggu.chat.domain.Tickets;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets for the socket. */
@Path("/tickets")
@RequestScoped
@RolesAllowed("member")
@SecurityRequirement(name = "accessToken")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TicketsResource {

  @Inject IssueTicket issueTicket;
  @Context SecurityContext security;

  /**
   * A ticket.
   *
   * @param ticket goes into the socket's address
   * @param expiresIn seconds
   */
  @Schema(
      name = "Ticket",
      requiredProperties = {"ticket", "expiresIn"})
  public record TicketResponse(
      @Schema(example = "sT3vK0cJmWq8nX1yZaB4dE5fG6hI7jK8") String ticket,
      @Schema(example = "30") long expiresIn) {}

  /** Makes a ticket for one connection. */
  @POST
  @Operation(
      operationId = "issueTicket",
      summary = "A ticket that opens one socket, once, within 30 seconds")
  @APIResponseSchema(
      value = TicketResponse.class,
      responseCode = "200",
      responseDescription = "GET /api/chat/socket?ticket=…")
  @APIResponse(responseCode = "401", description = "UNAUTHENTICATED")
  @APIResponse(
      responseCode = "503",
      description = "UNAVAILABLE: no ticket can be kept now, see Retry-After")
  @APIResponse(
      responseCode = "default",
      description = "Any refusal, by its code",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  public TicketResponse issue() {
    String ticket = issueTicket.issue(SignedInMember.of(security).id());
    return new TicketResponse(ticket, Tickets.LIFETIME.toSeconds());
  }
}
