package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.push.domain.ApplicationServerKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This market as push services know it, read at first use and kept. */
@ApplicationScoped
public class VapidIdentity implements ApplicationServerKey {

  private static final Logger LOG = System.getLogger(VapidIdentity.class.getName());
  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  @Inject
  @ConfigProperty(name = "gonggu.keys.folder")
  String folder;

  @Inject
  @ConfigProperty(name = "gonggu.push.contact", defaultValue = "mailto:operator@example.com")
  String contact;

  private volatile Vapid vapid;

  @Override
  public String publicKey() {
    return vapid().publicKey();
  }

  /**
   * Signs for this market.
   *
   * @throws Refusal {@code UNAVAILABLE} while the keys folder cannot be used
   */
  Vapid vapid() {
    Vapid known = vapid;
    if (known == null) {
      try {
        VapidKeyFile.Keys keys = new VapidKeyFile(Path.of(folder)).open();
        known = new Vapid(keys.privateKey(), keys.publicKey(), contact);
        vapid = known;
      } catch (IOException e) {
        LOG.log(Level.ERROR, "No Web Push without a key: {0}", e.toString());
        throw new Refusal(CommonError.UNAVAILABLE, "Push is not set up at this moment.")
            .withRetryAfter(RETRY_AFTER);
      }
    }
    return known;
  }
}
