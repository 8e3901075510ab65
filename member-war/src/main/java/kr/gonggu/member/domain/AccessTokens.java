package kr.gonggu.member.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;

/** Port: signs access tokens. */
public interface AccessTokens {

  /**
   * @param member whom it names
   * @param session for which it is issued
   * @param groups roles
   * @throws Refusal {@code UNAVAILABLE} while there is no key to sign with
   */
  AccessToken issue(Member member, UUID session, Set<String> groups);

  /**
   * The keys with which tokens that are still good may have been signed.
   *
   * @throws Refusal {@code UNAVAILABLE} while there is none
   */
  List<PublicKey> keys();

  /** Whether tokens can be signed. */
  boolean ready();

  /**
   * An RSA key as RFC 7517 and RFC 7518, section 6.3.1, write it.
   *
   * @param id by which a token names its key ({@code kid})
   * @param modulus base64url
   * @param exponent base64url
   */
  record PublicKey(String id, String modulus, String exponent) {}
}
