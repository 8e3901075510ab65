package kr.gonggu.lib.http;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/** The file in a {@code multipart/form-data} body (RFC 7578). */
public final class UploadedFile {

  private static final String FIELD = "file";
  private static final Pattern FIELD_NAME = Pattern.compile(";\\s*name=\"?([^\";]*)");

  private UploadedFile() {}

  /**
   * Reads the field {@code file}.
   *
   * @param most bytes that are of use; one more is read, so that whoever limits sees that there is
   *     more
   * @throws Refusal {@code VALIDATION_FAILED} when the field is missing
   * @throws IOException when the body breaks off
   */
  public static byte[] of(List<EntityPart> parts, int most) throws IOException {
    for (EntityPart part : parts) {
      if (name(part).equals(FIELD)) {
        try (InputStream content = part.getContent()) {
          return content.readNBytes(most + 1);
        }
      }
    }
    throw Refusal.field(CommonError.VALIDATION_FAILED, FIELD, "is missing");
  }

  /**
   * The field's name (RFC 7578, section 4.2). Read here, since RESTEasy 6 takes a file name that is
   * not ASCII, like most that Korean phones send, for the field's name.
   */
  private static String name(EntityPart part) {
    Matcher name =
        FIELD_NAME.matcher(
            Objects.requireNonNullElse(
                part.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION), ""));
    return name.find() ? name.group(1) : part.getName();
  }
}
