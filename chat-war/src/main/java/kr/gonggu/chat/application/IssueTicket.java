package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import kr.gonggu.chat.domain.Tickets;

/** A member who is signed in wants to open a socket, whose address cannot carry a token. */
@ApplicationScoped
public class IssueTicket {

  @Inject Tickets tickets;

  /**
   * @return good for one connection within {@link Tickets#LIFETIME}
   * @throws kr.gonggu.lib.error.Refusal {@code UNAVAILABLE}
   */
  public String issue(UUID memberId) {
    return tickets.issue(memberId);
  }
}
