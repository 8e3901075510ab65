package kr.gonggu.push.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import kr.gonggu.lib.error.Refusal;

/**
 * The push services that this server talks to. An endpoint comes from a client, so whatever is not
 * on this list would let anybody make the server call addresses of their choice (OWASP Server Side
 * Request Forgery Prevention, case 1: allow-list).
 */
public final class PushServices {

  private static final int LONGEST = 1024;

  /** Chrome, Edge on Android, Samsung Internet, Opera: Firebase Cloud Messaging. */
  private static final Set<String> HOSTS = Set.of("fcm.googleapis.com");

  /** Firefox; Edge on Windows; Safari. Their hosts differ by region. */
  private static final List<String> DOMAINS =
      List.of(".push.services.mozilla.com", ".notify.windows.com", ".push.apple.com");

  private final Set<String> moreOrigins;

  /**
   * @param moreOrigins further push services that the operator trusts, for example {@code
   *     https://push.example.com:8443}
   */
  public PushServices(Set<String> moreOrigins) {
    this.moreOrigins =
        moreOrigins.stream()
            .map(origin -> origin(URI.create(origin.strip())))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads an endpoint.
   *
   * @return as it was given, since push services compare it character by character
   * @throws Refusal {@code PUSH_SERVICE_UNKNOWN}
   */
  public URI endpoint(String text) {
    URI endpoint;
    try {
      endpoint = new URI(text);
    } catch (URISyntaxException e) {
      throw unknown();
    }
    // The text itself, too: what one parser takes for user info another takes for a host.
    boolean plain =
        text.length() <= LONGEST
            && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\' && c != '@' && c != '#')
            && endpoint.getHost() != null
            && endpoint.getRawUserInfo() == null
            && endpoint.getRawPath() != null
            && endpoint.getRawPath().length() > 1;
    if (!plain || !(moreOrigins.contains(origin(endpoint)) || wellKnown(endpoint))) {
      throw unknown();
    }
    return endpoint;
  }

  private static boolean wellKnown(URI endpoint) {
    String host = endpoint.getHost().toLowerCase(Locale.ROOT);
    return "https".equalsIgnoreCase(endpoint.getScheme())
        && (endpoint.getPort() == -1 || endpoint.getPort() == 443)
        && (HOSTS.contains(host) || DOMAINS.stream().anyMatch(host::endsWith));
  }

  /**
   * Scheme, host and port of an address (RFC 6454, section 6.2), by which a push service is
   * recognised and to which VAPID binds its tokens.
   */
  public static String origin(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    return scheme
        + "://"
        + host
        + (address.getPort() == -1 || address.getPort() == usual ? "" : ":" + address.getPort());
  }

  private static Refusal unknown() {
    return Refusal.field(
        PushError.PUSH_SERVICE_UNKNOWN,
        "endpoint",
        "must be an https address of a known push service");
  }
}
