package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation that the running server's OpenAPI documents tell of: as nobody, with tokens that
 * are none, as the wrong member and as the right one. {@link Endpoints} says what each may expect.
 */
class EveryEndpointIT {

  private static final RunningMarket MARKET = RunningMarket.get();
  private static final List<Operation> OPERATIONS = Operation.all(MARKET);

  static List<Operation> operations() {
    return OPERATIONS.stream().filter(one -> Endpoints.TABLE.containsKey(one.id())).toList();
  }

  static Stream<Operation> forMembers() {
    return operations().stream().filter(operation -> operation.needs("accessToken"));
  }

  @Test
  void eachHasItsLineInTheTable() {
    assertThat(OPERATIONS.stream().map(Operation::id))
        .as("operations of OpenAPI, each with a line in Endpoints")
        .doesNotHaveDuplicates()
        .isSubsetOf(Endpoints.TABLE.keySet());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void isPublicOnlyWhereTheTableSaysSo(Operation operation) {
    assertThat(operation.needs("accessToken"))
        .as("what OpenAPI declares of " + operation)
        .isNotEqualTo(Endpoints.TABLE.get(operation.id()).open());

    Http.Answer answer = ask(MARKET.service(operation.service()), operation, null);

    if (operation.needs("accessToken")) {
      assertUnauthenticated(answer);
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    } else {
      assertThat(answer.code()).as(answer.toString()).isNotEqualTo("UNAUTHENTICATED");
      assertThat(answer.status()).isLessThan(500);
    }
  }

  @ParameterizedTest
  @MethodSource("forMembers")
  void whoAsksIsLookedAtBeforeWhatIsMissing(Operation operation) {
    Http.Answer answer =
        MARKET
            .service(operation.service())
            .send(operation.method(), Attempt.byNobody().address(operation), null);

    assertUnauthenticated(answer);
  }

  @ParameterizedTest
  @MethodSource("forMembers")
  void doesNotTakeWhatIsNoAccessToken(Operation operation) {
    Map<String, String> spoilt = spoilt();
    assertThat(
            spoilt.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        token -> {
                          Http http = MARKET.service(operation.service()).as(token.getValue());
                          Http.Answer answer = ask(http, operation, null);
                          return answer.status() + " " + answer.code();
                        })))
        .isEqualTo(
            spoilt.keySet().stream()
                .collect(Collectors.toMap(kind -> kind, kind -> "401 UNAUTHENTICATED")));
  }

  @Test
  void takesATokenThatMemberCouldHaveSigned() {
    // Otherwise the spoilt ones would be refused for another reason than theirs.
    String token = MARKET.tokens().member(UUID.randomUUID(), "서명");
    for (String list : List.of("deal/me/hosted", "pay/wallet", "chat/rooms", "push/inbox")) {
      String[] place = list.split("/", 2);
      assertThat(MARKET.service(place[0]).as(token).get("/" + place[1]).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void isForWhomItIs(Operation operation) {
    Attempt attempt = attempt(operation);
    if (attempt.wrong() != null) {
      Http.Answer refused = attempt.sendAs(attempt.wrong(), MARKET, operation);
      assertThat(refused.status() + " " + refused.code())
          .as("another member: " + refused)
          .isEqualTo(attempt.status() + " " + attempt.code());
      assertThat(operation.tellsOf(attempt.status(), attempt.code()))
          .as("OpenAPI tells of " + attempt.status() + " " + attempt.code())
          .isTrue();
    }
    if (Endpoints.ENDLESS.contains(operation.id())) {
      Http http = attempt.client(attempt.right(), MARKET, operation);
      assertThat(http.statusOfStream(attempt.address(operation))).isEqualTo(200);
      return;
    }
    if (attempt.mark() != null) {
      Http.Answer others = attempt.sendAs(stage().stranger(), MARKET, operation);
      assertThat(others.status()).as(others.toString()).isBetween(200, 299);
      assertThat(others.text()).as("a stranger sees the stranger's").doesNotContain(attempt.mark());
    }
    Http.Answer answer = attempt.send(MARKET, operation);
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
    if (attempt.mark() != null) {
      assertThat(answer.text()).contains(attempt.mark());
    }
  }

  @Test
  void aSessionGoesOnWithItsCookieOnly() {
    Http sessions = MARKET.service("member");
    String access = stage().guest().accessToken();
    for (Http http :
        List.of(
            sessions,
            sessions.as(access),
            sessions.with("Cookie", "refresh=" + access),
            sessions.with("Cookie", "refresh=nonsense"))) {
      Http.Answer answer = http.send("POST", "/sessions/refresh", null);
      assertThat(answer.status() + " " + answer.code()).isEqualTo("401 SESSION_ENDED");
    }
  }

  /** Asks without anything that would have to be right: who asks is looked at first. */
  private static Http.Answer ask(Http http, Operation operation, String body) {
    String address = Attempt.byNobody().address(operation);
    if ("multipart/form-data".equals(operation.bodyType())) {
      return http.upload(
          operation.method(), address, "file", "a.jpg", "image/jpeg", new byte[] {1});
    }
    return http.send(
        operation.method(), address, operation.bodyType() != null && body == null ? "{}" : body);
  }

  private static void assertUnauthenticated(Http.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
  }

  private static Map<String, String> spoilt() {
    Tokens member = MARKET.tokens();
    UUID somebody = stage().guest().id();
    return Map.of(
        "expired", member.expired(somebody),
        "unsigned, alg none", member.unsigned(somebody),
        "signed with another key", member.forged(somebody),
        "of another issuer", member.spoilt(somebody, claims -> claims.issuer("elsewhere")),
        "for another audience", member.spoilt(somebody, claims -> claims.audience("elsewhere")),
        "a refresh token", stage().guest().refreshToken(),
        "no token at all", "nonsense");
  }

  private static Attempt attempt(Operation operation) {
    return Endpoints.TABLE.get(operation.id()).attempt().apply(stage());
  }

  private static Stage stage() {
    return Stage.of(MARKET);
  }
}
