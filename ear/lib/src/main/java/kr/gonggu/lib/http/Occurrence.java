package kr.gonggu.lib.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import kr.gonggu.lib.trace.Trace;

/**
 * What an answer to a failed request depends on beside the failure.
 *
 * @param requestId of the request
 * @param language Korean or English
 * @param conditional whether the request had {@code If-Match}
 */
record Occurrence(String requestId, Locale language, boolean conditional) {

  /** Where no request is at hand: Korean, and the trace of this thread. */
  static Occurrence unknown() {
    return new Occurrence(Trace.current().requestId(), Locale.KOREAN, false);
  }

  /** Reads the request's headers, into which {@link RequestFilter} has put the request's id. */
  static Occurrence of(HttpHeaders headers) {
    if (headers == null) {
      return unknown();
    }
    try {
      String requestId = headers.getHeaderString(RequestFilter.REQUEST_ID);
      return new Occurrence(
          requestId == null ? Trace.current().requestId() : requestId,
          language(headers),
          headers.getHeaderString(HttpHeaders.IF_MATCH) != null);
    } catch (RuntimeException e) {
      // Outside a request, or the headers are what is malformed.
      return unknown();
    }
  }

  /** Korean unless English is preferred to it. */
  private static Locale language(HttpHeaders headers) {
    for (Locale locale : headers.getAcceptableLanguages()) {
      if (locale.getLanguage().equals("ko")) {
        return Locale.KOREAN;
      }
      if (locale.getLanguage().equals("en")) {
        return Locale.ENGLISH;
      }
    }
    return Locale.KOREAN;
  }
}
