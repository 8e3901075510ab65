package kr.gonggu.pwa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a messenger shows of a link into the market. */
class LinkPreviewTest {

  private static final String ID = "0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e15";
  private static final String PATH = "/deals/" + ID;
  private static final String MARKET_TITLE = "<meta property=\"og:title\" content=\"우리동네 공구마켓\" />";

  private static final ClientFile SHELL =
      ClientFile.of(
          "/index.html",
          """
          <html><head><meta
            name="description"
            content="이웃과 나누어 사세요."
          />
          <title>우리동네 공구마켓</title></head><body></body></html>"""
              .getBytes(StandardCharsets.UTF_8),
          null);

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer deals;
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private int status = 200;
  private String body =
      deal("귤 10kg", "RECRUITING", 3, "[\"0197a3b2-0000-7000-8000-000000000001\"]");
  private boolean silent;

  @BeforeEach
  void start() throws IOException {
    deals = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    deals.setExecutor(threads);
    deals.createContext(
        "/api/deal/deals/" + ID,
        exchange -> {
          asked.incrementAndGet();
          if (silent) {
            await(end);
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    deals.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    deals.stop(0);
    threads.shutdownNow();
  }

  @Test
  void aDealIsShownWithPriceSharesPlaceAndPicture() {
    String page = page(preview(Optional.empty()), PATH);

    assertThat(page)
        .contains("<title>귤 10kg · 공구마켓</title>")
        .contains("property=\"og:title\" content=\"귤 10kg\"")
        .contains(
            "property=\"og:description\"" + " content=\"한 몫(2kg) 4,000원 · 3몫 남음 · 받는 곳: 주민센터 앞\"")
        .contains("<meta name=\"description\" content=\"한 몫(2kg)")
        .contains("property=\"og:url\" content=\"http://market.example:9080" + PATH + "\"")
        .contains(
            "property=\"og:image\" content=\"http://market.example:9080/api/deal/images/"
                + "0197a3b2-0000-7000-8000-000000000001?size=full\"")
        .contains("name=\"twitter:card\" content=\"summary_large_image\"")
        .contains("rel=\"canonical\" href=\"http://market.example:9080" + PATH + "\"")
        .doesNotContain("이웃과 나누어 사세요.");
  }

  @Test
  void withoutAPictureTheMarketsOwnStandsThere() {
    body = deal("귤", "RECRUITING", 3, "[]");

    assertThat(page(preview(Optional.empty()), PATH))
        .contains("property=\"og:image\" content=\"http://market.example:9080/icons/icon-512.png\"")
        .contains("name=\"twitter:card\" content=\"summary\"");
  }

  @Test
  void addressesAreThoseThatTheOperatorNamed() {
    assertThat(page(preview(Optional.of(URI.create("https://gonggu.example"))), PATH))
        .contains("property=\"og:url\" content=\"https://gonggu.example" + PATH + "\"")
        .contains("content=\"https://gonggu.example/api/deal/images/")
        .doesNotContain("market.example");
  }

  @ParameterizedTest
  @CsvSource({
    "RECRUITING, 0, 모집 완료",
    "FULL, 0, 모집 완료",
    "CANCELLED, 2, 취소됨",
    "EXPIRED, 2, 무산됨",
    "ORDERED, 0, 모집 끝"
  })
  void whatIsOverIsNotOffered(String state, int left, String told) {
    body = deal("귤", state, left, "[]");

    assertThat(page(preview(Optional.empty()), PATH)).contains(told).doesNotContain("몫 남음");
  }

  @Test
  void whatHostsWriteIsNoMarkup() {
    body = deal("</title><script>x('1')</script> $1 \\\\ & \\\"", "RECRUITING", 3, "[]");

    assertThat(page(preview(Optional.empty()), PATH))
        .contains("&lt;/title&gt;&lt;script&gt;x(&#39;1&#39;)&lt;/script&gt; $1 \\ &amp; &quot;")
        .doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/home", "/deals/new", "/deals/" + ID + "/edit", "/deals/../x"})
  void everyOtherScreenShowsTheMarket(String path) {
    assertThat(page(preview(Optional.empty()), path))
        .contains(MARKET_TITLE)
        .contains("property=\"og:description\" content=\"이웃과 나누어 사세요.\"");
    assertThat(asked).hasValue(0);
  }

  @Test
  void aDealThatIsGoneShowsTheMarket() {
    status = 404;

    assertThat(page(preview(Optional.empty()), PATH)).contains(MARKET_TITLE);
  }

  @Test
  void aLinkThatIsOpenedByManyIsAskedAboutOnce() {
    LinkPreview preview = preview(Optional.empty());
    page(preview, PATH);
    page(preview, PATH);
    assertThat(asked).hasValue(1);

    now = now.plusSeconds(31);
    body = deal("귤", "FULL", 0, "[]");
    assertThat(page(preview, PATH)).contains("모집 완료");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"503|{}", "200|no JSON", "200|{}", "200|{\"title\":1}"})
  void whatIsNoAnswerIsNotAskedForAgainAtOnce(int answer, String with) {
    status = answer;
    body = with;
    LinkPreview preview = preview(Optional.empty());
    assertThat(page(preview, PATH)).contains(MARKET_TITLE);
    assertThat(page(preview, PATH)).contains(MARKET_TITLE);
    assertThat(asked).hasValue(1);

    now = now.plusSeconds(6);
    status = 200;
    body = deal("귤", "RECRUITING", 3, "[]");
    assertThat(page(preview, PATH)).contains("content=\"귤\"");
  }

  @Test
  void aDealServiceThatDoesNotAnswerKeepsNobodyFromThePage() {
    silent = true;
    assertThat(page(preview(Optional.empty()), PATH)).contains(MARKET_TITLE);

    deals.stop(0);
    now = now.plusSeconds(6);
    assertThat(page(preview(Optional.empty()), PATH)).contains(MARKET_TITLE);
  }

  @Test
  void withoutAnAddressTheServerThatWasAskedIsAsked() {
    LinkPreview preview =
        new LinkPreview(new DealPages(Optional.empty(), () -> now), Optional.empty());

    assertThat(page(preview, PATH)).contains("content=\"귤 10kg\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"market.example", "ftp://market.example", "https://a.example/b\"c"})
  void anAddressThatIsNoneKeepsTheServerFromStarting(String address) {
    assertThatThrownBy(() -> LinkPreview.of(Map.of("GONGGU_PUBLIC_ADDRESS", address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GONGGU_PUBLIC_ADDRESS");
  }

  private LinkPreview preview(Optional<URI> origin) {
    URI market = URI.create("http://127.0.0.1:" + deals.getAddress().getPort());
    return new LinkPreview(new DealPages(Optional.of(market), () -> now), origin);
  }

  private String page(LinkPreview preview, String path) {
    HttpServletRequest request = mock(HttpServletRequest.class);
    lenient().when(request.getScheme()).thenReturn("http");
    lenient().when(request.getServerName()).thenReturn("market.example");
    lenient().when(request.getServerPort()).thenReturn(9080);
    lenient().when(request.getLocalAddr()).thenReturn("127.0.0.1");
    lenient().when(request.getLocalPort()).thenReturn(deals.getAddress().getPort());
    return new String(preview.onto(SHELL, path, request).plain(), StandardCharsets.UTF_8);
  }

  private static String deal(String title, String status, int left, String images) {
    return """
        {"id":"%s","title":"%s","status":"%s","pricePerShare":4000,"shares":8,"sharesTaken":%d,
        "unit":"kg","unitQuantity":2,"pickup":{"label":"주민센터 앞"},"images":%s}"""
        .formatted(ID, title, status, 8 - left, images);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
