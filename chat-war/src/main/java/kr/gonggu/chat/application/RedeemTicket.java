package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import kr.gonggu.chat.domain.ChatError;
import kr.gonggu.chat.domain.Tickets;
import kr.gonggu.lib.error.Refusal;

/** A socket was opened with a ticket. */
@ApplicationScoped
public class RedeemTicket {

  @Inject Tickets tickets;

  /**
   * @return whose connection it is
   * @throws Refusal {@code TICKET_INVALID}, {@code UNAVAILABLE}
   */
  public UUID redeem(String ticket) {
    return tickets
        .redeem(ticket)
        .orElseThrow(
            () ->
                new Refusal(
                    ChatError.TICKET_INVALID, "Ask for a new ticket: each opens one connection."));
  }
}
