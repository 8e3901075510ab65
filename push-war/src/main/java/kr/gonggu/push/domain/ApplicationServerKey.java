package kr.gonggu.push.domain;

/** The key by which push services and browsers recognise this market (RFC 8292). */
public interface ApplicationServerKey {

  /**
   * The public key: 65 bytes in base64url without padding, as {@code PushManager.subscribe} takes
   * it.
   *
   * @throws kr.gonggu.lib.error.Refusal {@code UNAVAILABLE} while the keys folder cannot be used
   */
  String publicKey();
}
