package kr.gonggu.member.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.infrastructure.KeyFolder.Keys;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that sign access tokens, in {@code gonggu.keys.folder} (environment: {@code
 * GONGGU_KEYS_FOLDER}), outside of every repository and image.
 *
 * <ul>
 *   <li>{@code signing-key-<kid>.json}: a private JSON Web Key (RFC 7517) of the type RSA, readable
 *       by its owner only. The first one is made when the service starts and finds none.
 *   <li>{@code jwks.json}: the public halves of all of them. Every service verifies with this file
 *       and needs no other.
 *   <li>{@code signs}: optional; the id of the key that signs. Without it the newest does, by the
 *       key's {@code iat}.
 * </ul>
 *
 * <p>To replace a key without signing anybody out: write the present key's id into {@code signs},
 * put the new private key beside the old one (a JSON Web Key with {@code kid} and {@code iat}, such
 * as a first start makes in an empty folder), and restart the member service, which publishes both.
 * Restart the services that verify, so that they know both. Remove {@code signs} and restart the
 * member service: the new key signs. Ten minutes later no token of the old one is good any more,
 * and its file may go; the next start no longer publishes it.
 */
@ApplicationScoped
public class KeyRing {

  private static final Logger LOG = System.getLogger(KeyRing.class.getName());
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  @Inject
  @ConfigProperty(name = "gonggu.keys.folder")
  Path folder;

  @Inject Clock clock;

  private volatile Keys keys;

  /**
   * Makes or finds the keys, and publishes them.
   *
   * @return whether there are keys now; the log says why not
   */
  public boolean open() {
    if (keys != null) {
      return true;
    }
    synchronized (this) {
      if (keys == null) {
        try {
          keys = new KeyFolder(folder, clock).open();
          LOG.log(Level.INFO, "Signs with key {0}", keys.signing().getKeyID());
        } catch (IOException | RuntimeException e) {
          LOG.log(Level.ERROR, "There is no key to sign with in " + folder, e);
        }
      }
      return keys != null;
    }
  }

  /**
   * @throws Refusal {@code UNAVAILABLE} while there are none
   */
  Keys keys() {
    if (!open()) {
      throw new Refusal(CommonError.UNAVAILABLE, "Nobody can be signed in now; try again soon.")
          .withRetryAfter(RETRY_AFTER);
    }
    return keys;
  }
}
