package kr.gonggu.pwa;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Writes into the shell what messengers and search engines show of a link, since they run no
 * script: Open Graph (ogp.me), Twitter's card and the canonical address.
 */
final class LinkPreview {

  private static final Pattern DEAL =
      Pattern.compile("/deals/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?");

  private static final Pattern TITLE = Pattern.compile("<title>[^<]*</title>");
  private static final Pattern DESCRIPTION =
      Pattern.compile("<meta\\s+name=\"description\"\\s+content=\"([^\"]*)\"\\s*/?>");

  private static final String MARKET = "우리동네 공구마켓";

  private final DealPages deals;
  private final Optional<URI> origin;

  /**
   * @param origin where browsers find the market, or nothing for where a request says it went
   */
  LinkPreview(DealPages deals, Optional<URI> origin) {
    this.deals = deals;
    this.origin = origin;
  }

  /**
   * @param environment the variables of the process; {@code GONGGU_PUBLIC_ADDRESS} is an address
   *     like {@code https://market.example}
   * @throws IllegalArgumentException for an address that is none
   */
  static LinkPreview of(Map<String, String> environment) {
    return new LinkPreview(
        DealPages.of(environment), WebAddress.of(environment, "GONGGU_PUBLIC_ADDRESS"));
  }

  /** Whether a path is a deal's. */
  static boolean isOfDeal(String path) {
    return DEAL.matcher(path).matches();
  }

  /**
   * @param shell the page of every screen
   * @param path of the screen
   * @return the shell with the tags of that screen
   */
  ClientFile onto(ClientFile shell, String path, HttpServletRequest request) {
    String page = new String(shell.plain(), StandardCharsets.UTF_8);
    int end = page.indexOf("</head>");
    if (end < 0) {
      return shell;
    }
    Matcher link = DEAL.matcher(path);
    Optional<DealPage> deal =
        link.matches() ? deals.find(link.group(1), request) : Optional.empty();
    byte[] plain =
        deal.map(found -> withDeal(page, found, base(request)))
            .orElseGet(() -> withMarket(page, path, base(request)))
            .getBytes(StandardCharsets.UTF_8);
    return ClientFile.of("/index.html", plain, gzip(plain));
  }

  private static String withDeal(String page, DealPage deal, String base) {
    String address = base + "/deals/" + deal.id();
    String title = escape(deal.title());
    String description = escape(deal.description());
    String tags =
        tags(
            title,
            description,
            address,
            deal.imageId()
                .map(image -> base + "/api/deal/images/" + escape(image) + "?size=full")
                .orElse(base + "/icons/icon-512.png"),
            deal.imageId().isPresent() ? "summary_large_image" : "summary");
    String titled =
        TITLE
            .matcher(page)
            .replaceFirst(Matcher.quoteReplacement("<title>" + title + " · 공구마켓</title>"));
    String described =
        DESCRIPTION
            .matcher(titled)
            .replaceFirst(
                Matcher.quoteReplacement(
                    "<meta name=\"description\" content=\"" + description + "\" />"));
    return beforeEndOfHead(described, tags + "<link rel=\"canonical\" href=\"" + address + "\" />");
  }

  private static String withMarket(String page, String path, String base) {
    Matcher found = DESCRIPTION.matcher(page);
    String description = found.find() ? found.group(1) : MARKET;
    String tags = tags(MARKET, description, base + "/", base + "/icons/icon-512.png", "summary");
    return beforeEndOfHead(
        page, "/".equals(path) ? tags + "<link rel=\"canonical\" href=\"" + base + "/\" />" : tags);
  }

  private static String beforeEndOfHead(String page, String tags) {
    int end = page.indexOf("</head>");
    return page.substring(0, end) + tags + page.substring(end);
  }

  /** All but the kind of card is escaped already. */
  private static String tags(
      String title, String description, String address, String image, String card) {
    return property("og:type", "website")
        + property("og:site_name", MARKET)
        + property("og:locale", "ko_KR")
        + property("og:title", title)
        + property("og:description", description)
        + property("og:url", address)
        + property("og:image", image)
        + "<meta name=\"twitter:card\" content=\"%s\" />".formatted(card);
  }

  private static String property(String name, String content) {
    return "<meta property=\"" + name + "\" content=\"" + content + "\" />";
  }

  private String base(HttpServletRequest request) {
    return origin.map(URI::toString).orElseGet(() -> escape(addressOf(request)));
  }

  private static String addressOf(HttpServletRequest request) {
    String scheme = request.getScheme();
    int port = request.getServerPort();
    boolean usual = port == ("https".equals(scheme) ? 443 : 80);
    return scheme + "://" + request.getServerName() + (usual ? "" : ":" + port);
  }

  /** What hosts write must not become markup (HTML, 13.1.2.3: attributes in double quotes). */
  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length);
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
