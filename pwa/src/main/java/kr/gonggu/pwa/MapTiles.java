package kr.gonggu.pwa;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where browsers fetch the pictures of maps from, as the operator says it in the environment. Only
 * what one opens of a map is asked for, by the browser itself; without tiles the client draws its
 * own map.
 *
 * @param address with {@code {z}}, {@code {x}} and {@code {y}} for zoom, column and row (Web
 *     Mercator, 256 pixels) and, where the server has them, {@code {r}} for twice as sharp ones
 *     ({@code @2x}); empty for no tiles
 * @param credit whom the map is by, in words; empty where nobody asks for it
 * @param creditLink where that is explained
 */
record MapTiles(String address, String credit, String creditLink) {

  /** Nothing to sign up for, but for small markets only: see operations.osmfoundation.org. */
  private static final String OPEN_STREET_MAP = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";

  private static final String NONE = "off";

  /**
   * What stands before the first placeholder up to its last slash; nothing that could end a
   * directive of a content security policy or a JSON string.
   */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<start>(?:https?://[A-Za-z0-9.:\\[\\]-]+)?/(?!/)(?:[\\w.~@%+-]+/)*)"
              + "[^\\s\"\\\\;,']*");

  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"\\\\]+");

  MapTiles {
    if (!address.isEmpty()
        && (!ADDRESS.matcher(address).matches()
            || !address.contains("{z}")
            || !address.contains("{x}")
            || !address.contains("{y}"))) {
      throw new IllegalArgumentException(
          "GONGGU_MAP_TILES is an address like " + OPEN_STREET_MAP + ", or off; not " + address);
    }
    if (!creditLink.isEmpty() && !LINK.matcher(creditLink).matches()) {
      throw new IllegalArgumentException(
          "GONGGU_MAP_CREDIT_LINK is an address that a browser can open; not " + creditLink);
    }
  }

  /**
   * @param environment the variables of the process
   * @throws IllegalArgumentException for an address that is none
   */
  static MapTiles of(Map<String, String> environment) {
    String address = environment.getOrDefault("GONGGU_MAP_TILES", "").strip();
    boolean chosen = !address.isEmpty();
    return new MapTiles(
        NONE.equals(address) ? "" : chosen ? address : OPEN_STREET_MAP,
        environment.getOrDefault("GONGGU_MAP_CREDIT", chosen ? "" : "© OpenStreetMap").strip(),
        environment
            .getOrDefault(
                "GONGGU_MAP_CREDIT_LINK", chosen ? "" : "https://www.openstreetmap.org/copyright")
            .strip());
  }

  /** What a content security policy must allow for it: the folder of the tiles and nothing else. */
  Optional<String> source() {
    Matcher matcher = ADDRESS.matcher(address);
    return address.startsWith("http") && matcher.matches()
        ? Optional.of(matcher.group("start"))
        : Optional.empty();
  }

  /** For the client, which asks when it shows its first map. */
  byte[] json() {
    return """
        {"map":{"tiles":"%s","credit":"%s","creditLink":"%s"}}"""
        .formatted(address, credit.replace("\\", "\\\\").replace("\"", "\\\""), creditLink)
        .getBytes(StandardCharsets.UTF_8);
  }
}
