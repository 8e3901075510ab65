package kr.gonggu.pwa;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of servers as an operator writes them. */
final class WebAddress {

  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");

  private WebAddress() {}

  /**
   * @return what a variable of the environment names, without a slash at its end; nothing if it is
   *     not set
   * @throws IllegalArgumentException if it is more or less than scheme, host and port
   */
  static Optional<URI> of(Map<String, String> environment, String variable) {
    String address = environment.getOrDefault(variable, "").strip().replaceFirst("/$", "");
    if (address.isEmpty()) {
      return Optional.empty();
    }
    if (!ORIGIN.matcher(address).matches()) {
      throw new IllegalArgumentException(
          variable + " is an address like https://market.example; not " + address);
    }
    return Optional.of(URI.create(address));
  }
}
