package kr.gonggu.lib.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.List;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;

class ReadableFormTest {

  private final ReaderInterceptorContext body = mock(ReaderInterceptorContext.class);

  @Test
  void aFormThatFallsApartIsTheClientsMistake() throws IOException {
    when(body.getMediaType()).thenReturn(MediaType.MULTIPART_FORM_DATA_TYPE);
    when(body.proceed()).thenThrow(new IOException("Unable to get boundary for multipart"));

    assertRefused(CommonError.BAD_REQUEST);
  }

  @Test
  void aLimitThatWasPassedInsideTheReaderStaysWhatItIs() throws IOException {
    when(body.getMediaType()).thenReturn(MediaType.MULTIPART_FORM_DATA_TYPE);
    when(body.proceed())
        .thenThrow(
            new IllegalStateException(new Refusal(CommonError.BODY_TOO_LARGE, "Too large.")));

    assertRefused(CommonError.BODY_TOO_LARGE);
  }

  @Test
  void otherBodiesAreLeftAlone() throws IOException {
    when(body.getMediaType()).thenReturn(MediaType.APPLICATION_JSON_TYPE);
    when(body.proceed()).thenThrow(new IOException("gone"));

    assertThatThrownBy(() -> new ReadableForm().aroundReadFrom(body))
        .isInstanceOf(IOException.class);
  }

  @Test
  void whatIsNoFormIsRefusedWhereOneIsWanted() throws NoSuchMethodException {
    when(body.getMediaType()).thenReturn(MediaType.APPLICATION_JSON_TYPE);
    when(body.getGenericType())
        .thenReturn(
            UploadedFile.class.getMethod("of", List.class, int.class)
                .getGenericParameterTypes()[0]);

    assertRefused(CommonError.UNSUPPORTED_MEDIA_TYPE);
  }

  private void assertRefused(CommonError code) {
    assertThatThrownBy(() -> new ReadableForm().aroundReadFrom(body))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
