package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Addresses that are none, and what nobody should ask for: a problem or the PWA, never the server.
 */
class AddressesIT {

  private static final RunningMarket MARKET = RunningMarket.get();

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/deal/nothing,              404, NOT_FOUND",
    "GET,    /api/deal,                      404, NOT_FOUND",
    "GET,    /api/deal/,                     404, NOT_FOUND",
    "GET,    /api/nothing,                   404, NOT_FOUND",
    "GET,    /api,                           404, NOT_FOUND",
    "GET,    /api//deal/deals,               404, NOT_FOUND",
    "GET,    /assets/none.js,                404, NOT_FOUND",
    "GET,    /metrics,                       404, NOT_FOUND",
    "GET,    /WEB-INF/web.xml,               404, NOT_FOUND",
    "GET,    /api/deal/WEB-INF/web.xml,      404, NOT_FOUND",
    "GET,    /api/deal/META-INF/openapi.json,404, NOT_FOUND",
    "GET,    /api/deal/error,                404, NOT_FOUND",
    "GET,    /api/chat/socket,               404, NOT_FOUND",
    "GET,    /a%5cb,                         400, BAD_REQUEST",
    "GET,    /api/pay/a%2fb,                 400, BAD_REQUEST",
    "FOO,    /api/deal/deals,                405, METHOD_NOT_ALLOWED",
    "DELETE, /api/deal/deals,                405, METHOD_NOT_ALLOWED",
    "TRACE,  /api/deal/deals,                405, METHOD_NOT_ALLOWED",
    "POST,   /,                              405, METHOD_NOT_ALLOWED",
    "DELETE, /home,                          405, METHOD_NOT_ALLOWED",
    "FOO,    /api/nothing,                   405, METHOD_NOT_ALLOWED",
  })
  void areProblems(String method, String path, int status, String code) throws IOException {
    String answer = ask(method, path);

    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer)
        .containsIgnoringCase("Content-Type: application/problem+json")
        .containsIgnoringCase("X-Content-Type-Options: nosniff")
        .contains("\"code\":\"" + code + "\"");
    assertTellsNothing(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/nothing", "/openapi/ui/nothing", "/jwt/", "/openapi/nothing"})
  void theServersOwnPagesTellNothingEither(String path) throws IOException {
    String answer = ask("GET", path);
    assertThat(answer).startsWith("HTTP/1.1 404");
    assertTellsNothing(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%2e%2e",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/%zz",
        "/%00",
        "/api/deal/%2e%2e/%2e%2e/WEB-INF/web.xml"
      })
  void nobodyClimbsOut(String path) throws IOException {
    // The server answers to some of these before it knows for whom they are; it gives no file.
    String answer = ask("GET", path);
    assertThat(answer).startsWith("HTTP/1.1 400");
    assertThat(answer)
        .doesNotContain("root:", "<web-app", "SRVE", "Exception", "\tat ")
        .doesNotContainIgnoringCase("server: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/home", "/deals/0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e15", "/chat"})
  void screensAreThePwa(String path) throws IOException {
    String answer = ask("GET", path);
    assertThat(answer)
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("Content-Type: text/html")
        .containsIgnoringCase("Content-Security-Policy: ")
        .contains("<html lang=\"ko\"");
  }

  @Test
  void aLinkToADealShowsWhatItIsAbout() throws IOException {
    Neighbour host = Neighbour.arrives(MARKET, "host");
    UUID deal = host.opens("쌀 <20 kg> \"햅쌀\"", 4, 60_000);

    // As messengers ask: they run no script, and take anything.
    String answer = ask("GET", "/deals/" + deal, "Accept: */*");

    String address = MARKET.address() + "/deals/" + deal;
    assertThat(answer)
        .startsWith("HTTP/1.1 200")
        .contains("<title>쌀 &lt;20 kg&gt; &quot;햅쌀&quot; · 공구마켓</title>")
        .contains("property=\"og:title\" content=\"쌀 &lt;20 kg&gt; &quot;햅쌀&quot;\"")
        .containsPattern(
            "property=\"og:description\" content=\"한 몫\\([^\"]+\\) 15,000원 · 3몫 남음 · 받는 곳: ")
        .contains("property=\"og:url\" content=\"" + address + "\"")
        .contains("property=\"og:image\" content=\"" + MARKET.address() + "/")
        .contains("<link rel=\"canonical\" href=\"" + address + "\" />");
  }

  @Test
  void theClientIsSentCompressedAndKeptForEver() throws IOException {
    String page = ask("GET", "/");
    // The libraries; the script that begins it all is too small to be worth compressing.
    String script = page.replaceFirst("(?s).*?href=\"(/assets/vendor-[^\"]+\\.js)\".*", "$1");
    assertThat(ask("GET", script, "Accept-Encoding: gzip"))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("Content-Encoding: gzip")
        .containsIgnoringCase("Cache-Control: public, max-age=31536000, immutable");
  }

  private static void assertTellsNothing(String answer) {
    assertThat(answer)
        .doesNotContain("SRVE", "CWW", "Exception", "\tat ", "jakarta.", "java.", "com.ibm")
        .doesNotContainIgnoringCase("<h1>")
        .doesNotContainIgnoringCase("server: ")
        .doesNotContainIgnoringCase("x-powered-by");
  }

  /** By hand, since an HTTP client would mend the address first. */
  private static String ask(String method, String path, String... headers) throws IOException {
    URI address = MARKET.address();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      StringBuilder request = new StringBuilder();
      request.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
      request.append("Host: localhost:").append(address.getPort()).append("\r\n");
      request.append("Accept: text/html,application/json;q=0.9,*/*;q=0.8\r\n");
      for (String header : headers) {
        request.append(header).append("\r\n");
      }
      request.append("Content-Length: 0\r\nConnection: close\r\n\r\n");
      out.write(request.toString().getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
