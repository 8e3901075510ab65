package kr.gonggu.lib.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorCodecTest {

  private static final List<String> KEYS = List.of("2026-05-01T09:00:00Z", "제주 감귤", "");

  private final CursorCodec codec = new CursorCodec(key(1));

  @Test
  void givesBackWhatWasPutIn() {
    String cursor = codec.encode("deals newest", KEYS);

    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(codec.decode("deals newest", cursor)).isEqualTo(KEYS);
    assertThat(new CursorCodec(key(1)).decode("deals newest", cursor))
        .as("another instance with the same key")
        .isEqualTo(KEYS);
  }

  @Test
  void refusesACursorWithAnyByteChanged() {
    byte[] cursor = Base64.getUrlDecoder().decode(codec.encode("list", KEYS));

    for (int i = 0; i < cursor.length; i++) {
      byte[] forged = cursor.clone();
      forged[i] ^= 1;
      refuses("list", Base64.getUrlEncoder().withoutPadding().encodeToString(forged));
      refuses("list", Base64.getUrlEncoder().encodeToString(Arrays.copyOf(cursor, i)));
    }
  }

  @Test
  void refusesACursorOfAnotherListOrAnotherService() {
    String cursor = codec.encode("deals q=감귤", KEYS);

    refuses("deals q=사과", cursor);
    refuses("deals q=감귤", new CursorCodec(key(2)).encode("deals q=감귤", KEYS));
  }

  @Test
  void theBorderBetweenPurposeAndKeysCannotBeMoved() {
    byte[] cursor = Base64.getUrlDecoder().decode(codec.encode("q=a\0\0\1b", List.of("c")));
    byte[] moved = new byte[cursor.length + 4];
    System.arraycopy(cursor, 0, moved, 0, 16);
    System.arraycopy(new byte[] {0, 1, 'b', 0}, 0, moved, 16, 4);
    System.arraycopy(cursor, 16, moved, 20, cursor.length - 16);

    refuses("q=a", Base64.getUrlEncoder().withoutPadding().encodeToString(moved));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "abc", "!!!!", "한글", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void refusesGarbage(String garbage) {
    refuses("list", garbage);
  }

  @Test
  void wantsAKeyThatCannotBeGuessed() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CursorCodec(new byte[31]));
  }

  private void refuses(String purpose, String cursor) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> codec.decode(purpose, cursor))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(CommonError.CURSOR_INVALID));
  }

  private static byte[] key(int seed) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) seed);
    return key;
  }
}
