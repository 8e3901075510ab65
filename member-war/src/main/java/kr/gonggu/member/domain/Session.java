package kr.gonggu.member.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * One device on which a member is signed in.
 *
 * @param id by which its owner names it
 * @param memberId its owner
 * @param device what its owner calls it, or what it calls itself
 * @param credentials the owner's {@link Member#credentials()} when it was begun
 * @param startedAt when the password was given
 * @param lastUsedAt when it last got an access token
 */
public record Session(
    UUID id, UUID memberId, String device, int credentials, Instant startedAt, Instant lastUsedAt) {

  private static final int LONGEST_DEVICE = 100;

  /** Makes a device's name fit to be shown. */
  public Session {
    String plain = device == null ? "" : PlainText.of(device);
    device = plain.substring(0, Math.min(plain.length(), LONGEST_DEVICE));
  }

  /** A session that begins now. */
  public static Session begin(UUID id, Member member, String device, Instant now) {
    return new Session(id, member.id(), device, member.credentials(), now, now);
  }

  /** Whether it was begun with the password that its owner still has. */
  public boolean trustedBy(Member member) {
    return credentials == member.credentials();
  }
}
