package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLContext;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.push.domain.Delivery;
import kr.gonggu.push.domain.Notification;
import kr.gonggu.push.domain.PushService;
import kr.gonggu.push.domain.PushServices;

/** Push services over HTTP (RFC 8030, section 5). */
@ApplicationScoped
public class HttpPushService implements PushService {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

  @Inject VapidIdentity identity;
  @Inject PushServices services;

  private volatile HttpClient client;

  @Override
  public CompletionStage<Outcome> send(Delivery delivery, Instant now) {
    try {
      return client()
          .sendAsync(request(delivery, now), HttpResponse.BodyHandlers.discarding())
          .handle(
              (answer, failure) ->
                  failure == null
                      ? outcome(
                          answer.statusCode(),
                          answer.headers().firstValue("Retry-After").orElse(null),
                          now)
                      : failed(failure));
    } catch (Refusal e) {
      Outcome outcome =
          e.code() == CommonError.UNAVAILABLE
              ? new Later(null, e.getMessage())
              : new Refused(e.code().name());
      return CompletableFuture.completedFuture(outcome);
    }
  }

  private HttpRequest request(Delivery delivery, Instant now) {
    Notification notification = delivery.notification();
    // Once more: what was allowed when the device registered may be so no longer.
    URI endpoint = services.endpoint(delivery.subscription().endpoint().toString());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(ANSWER_TIMEOUT)
            .header(
                "Authorization", identity.vapid().authorization(PushServices.origin(endpoint), now))
            .header("Content-Type", "application/octet-stream")
            .header("Content-Encoding", "aes128gcm")
            .header("TTL", Long.toString(delivery.timeToLive(now).toSeconds()))
            .header("Urgency", notification.kind().urgency().name().toLowerCase(Locale.ROOT))
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    Aes128Gcm.encrypt(
                        PushMessage.of(notification), delivery.subscription().keys())));
    String topic = Delivery.topic(notification.kind(), notification.target());
    if (topic != null) {
      request.header("Topic", topic);
    }
    return request.build();
  }

  /** What an answer means (RFC 8030, sections 5 and 7.3; RFC 8292, section 4.2). */
  static Outcome outcome(int status, String retryAfter, Instant now) {
    if (status >= 200 && status < 300) {
      return new Taken();
    }
    if (status == 404 || status == 410) {
      return new Gone();
    }
    if (status == 408 || status == 429 || status >= 500) {
      return new Later(duration(retryAfter, now), "status " + status);
    }
    // Redirections, too: where they lead nobody has allowed.
    return new Refused("status " + status);
  }

  /** RFC 9110, section 10.2.3: seconds, or a date. */
  private static Duration duration(String retryAfter, Instant now) {
    if (retryAfter == null) {
      return null;
    }
    String value = retryAfter.strip();
    try {
      return value.matches("\\d{1,9}")
          ? Duration.ofSeconds(Long.parseLong(value))
          : Duration.between(
              now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Its kind only: a message could quote the endpoint. */
  private static Outcome failed(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return new Later(
        null, cause instanceof IOException ? cause.getClass().getSimpleName() : "a failure");
  }

  private HttpClient client() {
    HttpClient known = client;
    if (known == null) {
      known =
          HttpClient.newBuilder()
              .connectTimeout(CONNECT_TIMEOUT)
              .followRedirects(HttpClient.Redirect.NEVER)
              .sslContext(publicTrust())
              .build();
      client = known;
    }
    return known;
  }

  /**
   * The certificate authorities of the Java runtime: a server's own default may be its own key
   * store, which knows no push service.
   */
  private static SSLContext publicTrust() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
