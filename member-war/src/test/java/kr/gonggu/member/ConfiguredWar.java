package kr.gonggu.member;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as Maven built it, with settings of a test's own. */
final class ConfiguredWar {

  private static final String CONFIG = "WEB-INF/classes/META-INF/microprofile-config.properties";

  private ConfiguredWar() {}

  /**
   * @param settings properties that go before those of the server
   */
  static WebArchive with(String settings) {
    WebArchive war = ServiceUnderTest.war();
    try (InputStream channels = war.get(CONFIG).getAsset().openStream()) {
      String before = new String(channels.readAllBytes(), StandardCharsets.UTF_8);
      war.delete(CONFIG);
      war.add(new StringAsset(before + "\nconfig_ordinal=900\n" + settings), CONFIG);
      return war;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
