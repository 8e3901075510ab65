package kr.gonggu.chat.api;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Lets pages of this origin open the socket and no others (RFC 6455, section 10.2). Programs other
 * than browsers send no origin; they need a ticket like everyone.
 */
public class SameOriginConfigurator extends ServerEndpointConfig.Configurator {

  /** Further origins, separated by commas, for a market behind a name that it does not see. */
  static final String ALSO_ALLOWED = "gonggu.origins";

  @Override
  public boolean checkOrigin(String origin) {
    if (origin == null || origin.isBlank()) {
      return true;
    }
    HttpServletRequest request = CDI.current().select(HttpServletRequest.class).get();
    return sameAuthority(origin, request.getHeader("Host")) || alsoAllowed(origin);
  }

  /**
   * Whether an origin is the host that was asked. The scheme is not compared: a gateway in front
   * may speak TLS for us.
   */
  static boolean sameAuthority(String origin, String host) {
    if (host == null) {
      return false;
    }
    try {
      URI uri = URI.create(origin.trim());
      if (uri.getHost() == null) {
        return false;
      }
      int defaultPort = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
      URI asked = URI.create(uri.getScheme() + "://" + host.trim());
      return asked.getHost() != null
          && asked.getHost().equalsIgnoreCase(uri.getHost())
          && port(asked, defaultPort) == port(uri, defaultPort);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int port(URI uri, int defaultPort) {
    return uri.getPort() == -1 ? defaultPort : uri.getPort();
  }

  private static boolean alsoAllowed(String origin) {
    String wanted = origin.trim().toLowerCase(Locale.ROOT);
    return ConfigProvider.getConfig()
        .getOptionalValue(ALSO_ALLOWED, String.class)
        .map(all -> Arrays.stream(all.split(",")).map(String::trim))
        .map(all -> all.anyMatch(each -> each.toLowerCase(Locale.ROOT).equals(wanted)))
        .orElse(false);
  }
}
