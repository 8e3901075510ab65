package kr.gonggu.member.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;

/**
 * Port: on which devices members are signed in. A session is worth one refresh token, and each use
 * replaces it (OAuth 2.0 Security BCP, RFC 9700, section 4.14.2).
 *
 * <p>What asks for sessions refuses with {@code UNAVAILABLE} while they cannot be reached.
 */
public interface Sessions {

  /** A session and the token it is worth now. */
  record Renewed(Session session, RefreshToken token) {

    @Override
    public String toString() {
      return "Renewed[" + session.id() + "]";
    }
  }

  /** Begins a session. */
  RefreshToken begin(Session session);

  /**
   * Takes a token and gives its successor. A token that was replaced a moment ago (two tabs of one
   * browser share it) gets the same successor again; one that was replaced earlier is in a thief's
   * hands or was, so its whole session ends.
   *
   * @throws Refusal {@code SESSION_ENDED} when the token is worth nothing
   */
  Renewed renew(RefreshToken presented);

  /**
   * Ends the session of a token, be it the present one or an older: whoever has held any of them
   * may end it, owner or thief. A token of no session ends nothing.
   */
  void end(RefreshToken presented);

  /** A member's sessions, the one used last first. */
  List<Session> of(UUID memberId);

  /**
   * Ends one session of a member.
   *
   * @return whether there was one
   */
  boolean end(UUID memberId, UUID sessionId);

  /** Ends all sessions of a member but one, which may be empty. */
  void endAllBut(UUID memberId, Optional<UUID> kept);

  /** Lets a session outlive its owner's change of the password. */
  void trust(UUID memberId, UUID sessionId, int credentials);

  /** How long a session lives without being used. */
  Duration idleLifetime();

  /** Whether sessions can be reached now. */
  boolean reachable();
}
