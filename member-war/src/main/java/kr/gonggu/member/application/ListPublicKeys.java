package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.AccessTokens;
import kr.gonggu.member.domain.AccessTokens.PublicKey;

/** Anybody gets what is needed to verify an access token. */
@ApplicationScoped
public class ListPublicKeys {

  @Inject AccessTokens accessTokens;

  /**
   * @throws Refusal {@code UNAVAILABLE} while there is no key
   */
  public List<PublicKey> list() {
    return accessTokens.keys();
  }
}
