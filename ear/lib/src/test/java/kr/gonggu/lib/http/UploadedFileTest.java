package kr.gonggu.lib.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.error.Violation;
import org.junit.jupiter.api.Test;

class UploadedFileTest {

  /**
   * @param name what the server takes for the field's name
   * @param disposition the header as it was sent, or null
   */
  private static EntityPart part(String name, String disposition, String content) {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    if (disposition != null) {
      headers.add(HttpHeaders.CONTENT_DISPOSITION, disposition);
    }
    EntityPart part = mock(EntityPart.class);
    when(part.getName()).thenReturn(name);
    when(part.getHeaders()).thenReturn(headers);
    when(part.getContent())
        .thenReturn(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    return part;
  }

  private static String read(EntityPart... parts) throws IOException {
    return new String(UploadedFile.of(List.of(parts), 10), StandardCharsets.UTF_8);
  }

  @Test
  void theFieldFileIsRead() throws IOException {
    assertThat(
            read(
                part("note", "form-data; name=\"note\"", "hello"),
                part("file", "form-data; name=\"file\"; filename=\"a.png\"", "picture")))
        .isEqualTo("picture");
  }

  @Test
  void aKoreanFileNameDoesNotHideTheField() throws IOException {
    assertThat(read(part("귤.png", "form-data; name=\"file\"; filename=\"귤.png\"", "picture")))
        .isEqualTo("picture");
    assertThat(read(part("귤.png", "form-data; filename=\"귤.png\"; name=file", "picture")))
        .isEqualTo("picture");
  }

  @Test
  void aFileNamedFileIsNotTheField() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> read(part("file", "form-data; name=\"other\"; filename=\"file\"", "picture")));

    assertThat(refusal.code()).isEqualTo(CommonError.VALIDATION_FAILED);
    assertThat(refusal.violations()).extracting(Violation::field).containsExactly("file");
  }

  @Test
  void withoutTheHeaderTheServerIsBelieved() throws IOException {
    assertThat(read(part("file", null, "picture"))).isEqualTo("picture");
  }

  @Test
  void oneByteMoreThanIsOfUseIsReadAndNoMore() throws IOException {
    assertThat(read(part("file", null, "0123456789abcdef"))).isEqualTo("0123456789a");
    assertThat(read(part("file", null, "0123456789"))).isEqualTo("0123456789");
  }
}
