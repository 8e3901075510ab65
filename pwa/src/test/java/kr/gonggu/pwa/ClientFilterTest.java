package kr.gonggu.pwa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers and caches rely on. */
class ClientFilterTest {

  private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

  private static final Map<String, String> ARCHIVE =
      Map.of(
          "/index.html", "shell",
          "/sw.js", "worker",
          "/manifest.webmanifest", "{}",
          "/assets/index-4f2a.js", "script",
          "/assets/index-4f2a.js.gz", "zipped",
          "/WEB-INF/web.xml", "secret");

  private final FilterChain chain = mock(FilterChain.class);
  private final ClientFilter filter = new ClientFilter(Map.of());

  @BeforeEach
  void start() throws Exception {
    ServletContext context = mock(ServletContext.class);
    when(context.getResourcePaths(anyString())).thenAnswer(call -> children(call.getArgument(0)));
    lenient()
        .when(context.getResourceAsStream(anyString()))
        .thenAnswer(
            call ->
                new ByteArrayInputStream(
                    ARCHIVE.get(call.<String>getArgument(0)).getBytes(StandardCharsets.UTF_8)));
    FilterConfig config = mock(FilterConfig.class);
    when(config.getServletContext()).thenReturn(context);
    filter.init(config);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/home", "/deals/0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e15", "/chat/"})
  void everyScreenIsTheShell(String path) throws Exception {
    Answer answer = get(path, Map.of("Accept", HTML));

    assertThat(answer.body()).isEqualTo("shell");
    assertThat(answer.headers)
        .containsEntry("Content-Type", "text/html; charset=utf-8")
        .containsEntry("Cache-Control", "no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/nothing",
        "/api",
        "/openapi",
        "/health/x",
        "/metrics",
        "/assets/old",
        "/a.png"
      })
  void whatIsNoScreenIsNotFound(String path) throws Exception {
    Answer answer = get(path, Map.of("Accept", HTML));
    assertThat(answer.status).isEqualTo(404);
    assertThat(answer.headers).containsEntry("Content-Type", "application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"NOT_FOUND\"");
  }

  @Test
  void whatTheContainerRefusesIsAProblem() throws Exception {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getMethod()).thenReturn("GET");
    when(request.getDispatcherType()).thenReturn(DispatcherType.ERROR);
    when(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)).thenReturn(400);
    Answer answer = new Answer();
    filter.doFilter(request, answer.response(), chain);
    assertThat(answer.status).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"BAD_REQUEST\"");
  }

  @Test
  void aScriptThatAsksForAScreenIsToldThatThereIsNone() throws Exception {
    assertThat(get("/home", Map.of("Accept", "application/json")).status).isEqualTo(404);
    assertThat(get("/home", Map.of()).status).isEqualTo(404);
  }

  @Test
  void whatLooksAtALinkForSomebodyGetsThePage() throws Exception {
    String deal = "/deals/0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e15";
    assertThat(get(deal, Map.of("Accept", "*/*")).body()).isEqualTo("shell");
    assertThat(get(deal, Map.of()).body()).isEqualTo("shell");
    assertThat(get(deal, Map.of("Accept", "application/json")).status).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/WEB-INF/web.xml", "/assets/../WEB-INF/web.xml", "/assets/index-4f2a.js.gz"})
  void whatIsNotTheClientsIsNeverSent(String path) throws Exception {
    assertThat(get(path, Map.of("Accept", HTML)).status).isEqualTo(404);
  }

  @Test
  void filesNamedAfterTheirContentsAreKeptForEver() throws Exception {
    assertThat(get("/assets/index-4f2a.js", Map.of()).headers)
        .containsEntry("Cache-Control", "public, max-age=31536000, immutable")
        .containsEntry("Content-Type", "text/javascript; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/index.html", "/sw.js", "/manifest.webmanifest"})
  void whatKeepsItsNameIsAskedAboutEachTime(String path) throws Exception {
    Answer first = get(path, Map.of());
    assertThat(first.headers).containsEntry("Cache-Control", "no-cache").containsKey("ETag");

    Answer again = get(path, Map.of("If-None-Match", "\"other\", W/" + first.headers.get("ETag")));
    assertThat(again.status).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void compressedIsSentToWhomItSuits() throws Exception {
    Answer small = get("/assets/index-4f2a.js", Map.of("Accept-Encoding", "br;q=1, gzip"));
    assertThat(small.body()).isEqualTo("zipped");
    assertThat(small.headers)
        .containsEntry("Content-Encoding", "gzip")
        .containsEntry("Vary", "Accept-Encoding");

    Answer plain = get("/assets/index-4f2a.js", Map.of("Accept-Encoding", "gzip;q=0"));
    assertThat(plain.body()).isEqualTo("script");
    assertThat(plain.headers)
        .doesNotContainKey("Content-Encoding")
        .containsEntry("Vary", "Accept-Encoding");
    assertThat(plain.headers.get("ETag")).isNotEqualTo(small.headers.get("ETag"));
  }

  @Test
  void headersAreThoseOfTheWholeAnswerWithoutItsBody() throws Exception {
    Answer answer = ask("HEAD", "/index.html", Map.of());
    assertThat(answer.headers).containsEntry("Content-Length", "5").containsKey("ETag");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void nothingIsWrittenHere() throws Exception {
    Answer answer = ask("POST", "/home", Map.of("Accept", HTML));
    assertThat(answer.status).isEqualTo(405);
    assertThat(answer.headers).containsEntry("Allow", "GET, HEAD");
  }

  @Test
  void everyAnswerTellsTheBrowserWhatItMayDo() throws Exception {
    for (String path : new String[] {"/", "/assets/index-4f2a.js", "/a.png"}) {
      Answer answer = get(path, Map.of("Accept", HTML));
      assertThat(answer.headers)
          .containsEntry("X-Content-Type-Options", "nosniff")
          .containsEntry("Referrer-Policy", "same-origin")
          .containsKey("Permissions-Policy");
      assertThat(answer.headers.get("Content-Security-Policy"))
          .contains("default-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
    }
    verify(chain, never()).doFilter(any(), any());
  }

  @Test
  void theSettingsAreWhatTheOperatorChose() throws Exception {
    Answer answer = get("/settings.json", Map.of());

    assertThat(answer.body())
        .contains("\"tiles\":\"https://tile.openstreetmap.org/{z}/{x}/{y}.png\"");
    assertThat(answer.headers)
        .containsEntry("Content-Type", "application/json; charset=utf-8")
        .containsEntry("Cache-Control", "no-cache");
    assertThat(answer.headers.get("Content-Security-Policy"))
        .contains("img-src 'self' data: blob: https://tile.openstreetmap.org/;");
  }

  private Answer get(String path, Map<String, String> headers) throws Exception {
    return ask("GET", path, headers);
  }

  private Answer ask(String method, String path, Map<String, String> headers) throws Exception {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getMethod()).thenReturn(method);
    lenient().when(request.getServletPath()).thenReturn(path);
    lenient()
        .when(request.getHeader(anyString()))
        .thenAnswer(call -> headers.get(call.<String>getArgument(0)));
    Answer answer = new Answer();
    filter.doFilter(request, answer.response(), chain);
    return answer;
  }

  /** Direct children of a folder, folders with a slash, as a servlet context tells them. */
  private static Set<String> children(String folder) {
    Set<String> children = new TreeSet<>();
    for (String path : ARCHIVE.keySet()) {
      if (path.startsWith(folder)) {
        int slash = path.indexOf('/', folder.length());
        children.add(slash < 0 ? path : path.substring(0, slash + 1));
      }
    }
    return children.isEmpty() ? null : children;
  }

  /** What was sent. */
  private static final class Answer {
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;

    private String body() {
      return body.toString(StandardCharsets.UTF_8);
    }

    private HttpServletResponse response() throws Exception {
      HttpServletResponse response = mock(HttpServletResponse.class);
      doAnswer(call -> headers.put(call.getArgument(0), call.getArgument(1)))
          .when(response)
          .setHeader(anyString(), anyString());
      doAnswer(call -> headers.put("Content-Type", call.getArgument(0)))
          .when(response)
          .setContentType(anyString());
      doAnswer(call -> headers.put("Content-Length", String.valueOf(call.<Integer>getArgument(0))))
          .when(response)
          .setContentLength(anyInt());
      doAnswer(call -> status = call.getArgument(0)).when(response).setStatus(anyInt());
      lenient().when(response.getOutputStream()).thenReturn(new Sink(body));
      return response;
    }
  }

  /** A servlet's stream into memory. */
  private static final class Sink extends ServletOutputStream {
    private final ByteArrayOutputStream body;

    private Sink(ByteArrayOutputStream body) {
      this.body = body;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(int one) {
      body.write(one);
    }
  }
}
