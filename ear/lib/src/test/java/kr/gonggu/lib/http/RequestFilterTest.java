package kr.gonggu.lib.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.trace.Trace;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

/** The limit on bodies; what else the filter does shows in {@link HttpFeatureTest}. */
class RequestFilterTest {

  private static final int MEBIBYTE = 1024 * 1024;

  private final RequestFilter filter = new RequestFilter();
  private final ContainerRequestContext request = mock(ContainerRequestContext.class);

  @AfterEach
  void closeScope() {
    ArgumentCaptor<Object> properties = ArgumentCaptor.forClass(Object.class);
    verify(request, atLeastOnce()).setProperty(any(), properties.capture());
    properties.getAllValues().stream()
        .filter(Trace.Scope.class::isInstance)
        .forEach(scope -> ((Trace.Scope) scope).close());
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 1048576",
    "text/plain, 1048576",
    ", 1048576",
    "multipart/form-data, 5308416",
    "Multipart/Form-Data, 5308416",
    "image/webp, 5308416",
  })
  void aLengthOverTheLimitIsRefusedBeforeAByteIsRead(String type, int most) {
    when(request.getMediaType()).thenReturn(type == null ? null : MediaType.valueOf(type));

    receive(most, true);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> receive(most + 1, true))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(CommonError.BODY_TOO_LARGE));
    verify(request, never()).setEntityStream(any());
  }

  @Test
  void aBodyWithoutALengthIsCountedHoweverItIsRead() throws IOException {
    when(request.getMediaType()).thenReturn(MediaType.APPLICATION_JSON_TYPE);

    assertThat(body(MEBIBYTE).readAllBytes()).hasSize(MEBIBYTE);
    refused(() -> body(MEBIBYTE + 1).readAllBytes());
    refused(
        () -> {
          InputStream body = body(MEBIBYTE + 1);
          while (body.read() >= 0) {
            assertThat(body.markSupported()).isFalse();
          }
        });
    refused(() -> body(MEBIBYTE + 1).skip(MEBIBYTE + 1));
  }

  @Test
  void noBodyIsLeftAlone() {
    receive(-1, false);

    verify(request, never()).setEntityStream(any());
  }

  private static void refused(ThrowingCallable reading) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(reading)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(CommonError.BODY_TOO_LARGE));
  }

  private InputStream body(int bytes) {
    ArgumentCaptor<InputStream> limited = ArgumentCaptor.forClass(InputStream.class);
    when(request.getEntityStream()).thenReturn(new ByteArrayInputStream(new byte[bytes]));
    receive(-1, true);
    verify(request, atLeastOnce()).setEntityStream(limited.capture());
    return limited.getValue();
  }

  private void receive(int length, boolean entity) {
    when(request.getMethod()).thenReturn("POST");
    when(request.getHeaders()).thenReturn(new MultivaluedHashMap<>());
    when(request.getLength()).thenReturn(length);
    when(request.hasEntity()).thenReturn(entity);
    filter.filter(request);
  }
}
