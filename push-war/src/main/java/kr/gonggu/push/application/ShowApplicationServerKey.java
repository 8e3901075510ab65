package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kr.gonggu.push.domain.ApplicationServerKey;

/** The key that a browser needs to subscribe. */
@ApplicationScoped
public class ShowApplicationServerKey {

  @Inject ApplicationServerKey key;

  /**
   * The public key in base64url.
   *
   * @throws kr.gonggu.lib.error.Refusal {@code UNAVAILABLE}
   */
  public String publicKey() {
    return key.publicKey();
  }
}
