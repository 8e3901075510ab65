package kr.gonggu.push.domain;

import java.net.URI;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.UUID;

/**
 * One device of a member that may be called (Push API, {@code PushSubscription}).
 *
 * <p>Life: registered by the device; registered again by the same member it gets the newer keys, by
 * another member it is that member's and nothing of the former's is sent to it any more. Ends when
 * the member gives it up or leaves, when the push service says that it is gone (404, 410), or as
 * the oldest of too many.
 *
 * @param id of this service
 * @param memberId whose device it is
 * @param endpoint where the push service takes messages for it; who knows it can write there, so it
 *     is never logged
 * @param keys with which messages to it are encrypted
 */
public record Subscription(UUID id, UUID memberId, URI endpoint, Keys keys) {

  /** Devices of one member; a forgotten one falls off. */
  public static final int MOST_PER_MEMBER = 10;

  /**
   * What only the device can decrypt with.
   *
   * @param p256dh the device's public key
   * @param auth 16 bytes that only the device and this server know
   */
  public record Keys(ECPublicKey p256dh, byte[] auth) {

    /** Bytes of {@link #auth} (RFC 8291, section 3.2). */
    public static final int AUTH_BYTES = 16;

    /** Two are the same when they decrypt the same. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Keys keys
          && Arrays.equals(P256.bytes(p256dh), P256.bytes(keys.p256dh))
          && Arrays.equals(auth, keys.auth);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(auth);
    }

    @Override
    public String toString() {
      return "Keys[…]";
    }
  }

  /** Says nothing by which one could write to the device. */
  @Override
  public String toString() {
    return "Subscription[" + id + " at " + endpoint.getHost() + "]";
  }
}
