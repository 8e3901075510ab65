/**
 * What every service's HTTP has in common: problems (RFC 9457), who is signed in, cursors,
 * idempotency, request ids. A WAR activates it with {@code @Provider public class DealHttpFeature
 * extends HttpFeature {}}.
 */
package kr.gonggu.lib.http;
