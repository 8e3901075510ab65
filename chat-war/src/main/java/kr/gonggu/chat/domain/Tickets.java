package kr.gonggu.chat.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Tickets for the socket: each opens one connection, once. */
public interface Tickets {

  /** How long a ticket is good (contracts.md, "Chat"). */
  Duration LIFETIME = Duration.ofSeconds(30);

  /**
   * Makes a ticket.
   *
   * @throws kr.gonggu.lib.error.Refusal {@code UNAVAILABLE} when it cannot be kept now
   */
  String issue(UUID memberId);

  /**
   * Takes a ticket out of the world, on whichever instance it was made.
   *
   * @return whose it was, or empty when it is used, too old or unknown
   * @throws kr.gonggu.lib.error.Refusal {@code UNAVAILABLE} when that cannot be known now
   */
  Optional<UUID> redeem(String ticket);
}
