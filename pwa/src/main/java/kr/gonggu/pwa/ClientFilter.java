package kr.gonggu.pwa;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers everything below {@code /} that no service claims: a file of the client, else the shell
 * for a browser that navigates to a screen, else a problem. Of what the container refuses by itself
 * it makes a problem as well: web.xml sends it here.
 */
@WebFilter(
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class ClientFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String SHELL = "/index.html";

  /** What the operator may choose of the client; made from the environment, not from a file. */
  private static final String SETTINGS = "/settings.json";

  /** Never a screen: an address there that nobody answers is a mistake and must look like one. */
  private static final List<String> NOT_SCREENS =
      List.of("/api", "/openapi", "/health", "/metrics", "/assets");

  private transient ClientFiles files;
  private final transient SecurityHeaders securityHeaders;
  private final transient ClientFile settings;
  private final transient LinkPreview preview;

  public ClientFilter() {
    this(System.getenv());
  }

  ClientFilter(Map<String, String> environment) {
    MapTiles tiles = MapTiles.of(environment);
    securityHeaders = new SecurityHeaders(tiles);
    settings = ClientFile.of(SETTINGS, tiles.json(), null);
    preview = LinkPreview.of(environment);
  }

  @Override
  public void init(FilterConfig config) throws ServletException {
    super.init(config);
    files = new ClientFiles(config.getServletContext());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    securityHeaders.putOn(response);
    boolean head = "HEAD".equals(request.getMethod());
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      Problem.of((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
          .sendTo(response, head);
      return;
    }
    if (!head && !"GET".equals(request.getMethod())) {
      response.setHeader("Allow", "GET, HEAD");
      Problem.METHOD_NOT_ALLOWED.sendTo(response, head);
      return;
    }
    Optional<ClientFile> file = file(request);
    if (file.isEmpty()) {
      Problem.NOT_FOUND.sendTo(response, head);
      return;
    }
    send(file.get(), request, response, head);
  }

  private Optional<ClientFile> file(HttpServletRequest request) {
    String path = path(request);
    if (SETTINGS.equals(path)) {
      return Optional.of(settings);
    }
    Optional<ClientFile> exact = files.find(path);
    return exact.isEmpty() && isScreen(path, request)
        ? files.find(SHELL).map(shell -> preview.onto(shell, path, request))
        : exact;
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    String path = info == null ? request.getServletPath() : request.getServletPath() + info;
    return path.isEmpty() ? "/" : path;
  }

  /**
   * A browser that navigates accepts HTML, and the address of a screen has no file extension. What
   * looks at a link for somebody often accepts anything.
   */
  private static boolean isScreen(String path, HttpServletRequest request) {
    if ("/".equals(path)) {
      return true;
    }
    String accept = request.getHeader("Accept");
    if (LinkPreview.isOfDeal(path) && (accept == null || accept.contains("*/*"))) {
      return true;
    }
    return accept != null
        && accept.contains("text/html")
        && path.indexOf('.', path.lastIndexOf('/')) < 0
        && NOT_SCREENS.stream().noneMatch(base -> path.equals(base) || path.startsWith(base + "/"));
  }

  private static void send(
      ClientFile file, HttpServletRequest request, HttpServletResponse response, boolean head)
      throws IOException {
    boolean compressed = file.gzipped() != null && accepts(request, "gzip");
    String etag = file.etag(compressed);
    response.setHeader("ETag", etag);
    response.setHeader("Cache-Control", file.cacheControl());
    if (file.gzipped() != null) {
      response.setHeader("Vary", "Accept-Encoding");
    }
    if (names(request.getHeader("If-None-Match"), etag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] body = compressed ? file.gzipped() : file.plain();
    if (compressed) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentType(file.contentType());
    response.setContentLength(body.length);
    if (!head) {
      response.getOutputStream().write(body);
    }
  }

  /** RFC 9110, 12.5.3: a quality of 0 means not at all. */
  private static boolean accepts(HttpServletRequest request, String coding) {
    String header = request.getHeader("Accept-Encoding");
    return header != null
        && Arrays.stream(header.split(","))
            .map(String::strip)
            .anyMatch(
                offer ->
                    (offer.equals(coding) || offer.startsWith(coding + ";"))
                        && !offer.matches(".*;\\s*q=0(\\.0*)?\\s*$"));
  }

  /** RFC 9110, 13.1.2: any of several tags, compared weakly. */
  private static boolean names(String ifNoneMatch, String etag) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(tag -> tag.strip().replaceFirst("^W/", ""))
            .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
  }
}
