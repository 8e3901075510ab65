package kr.gonggu.member;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Http.Answer;
import kr.gonggu.testkit.ServiceUnderTest;

/**
 * A browser after an answer that signed it in.
 *
 * @param answer to the sign-in or the refresh
 */
record Device(Answer answer) {

  private static final Pattern COOKIE = Pattern.compile("refresh=\"?([^;\"]*)\"?;.*");

  String accessToken() {
    return answer.json().getString("accessToken");
  }

  /** The refresh token, out of its cookie. */
  String cookie() {
    Matcher cookie = COOKIE.matcher(answer.header("Set-Cookie"));
    if (!cookie.matches()) {
      throw new AssertionError("No cookie in " + answer.response().headers());
    }
    return cookie.group(1);
  }

  /** A client with the access token. */
  Http http() {
    return ServiceUnderTest.http().as(accessToken());
  }

  /** A client with the cookie, as a browser sends it to the sessions. */
  Http withCookie() {
    return withCookie(cookie());
  }

  static Http withCookie(String cookie) {
    return ServiceUnderTest.http().with("Cookie", "refresh=" + cookie);
  }

  Answer tryRefresh() {
    return withCookie().post("/sessions/refresh", null);
  }

  Device refresh() {
    return new Device(tryRefresh());
  }

  JWTClaimsSet claims() {
    try {
      return SignedJWT.parse(accessToken()).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  /** The session's id, as the access token says. */
  String session() {
    return (String) claims().getClaim("sid");
  }
}
