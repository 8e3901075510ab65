package kr.gonggu.lib.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * Where a list goes on, as an opaque text that only this service can make: the last item's sort
 * keys under HMAC-SHA256 (RFC 2104), cut to 128 bits.
 */
public final class CursorCodec {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int TAG_BYTES = 16;
  private static final int MOST_KEY_BYTES = 0xFFFF;

  private final SecretKeySpec key;

  /**
   * @param key at least 32 random bytes, the same for all instances of the service
   */
  public CursorCodec(byte[] key) {
    if (key.length < 32) {
      throw new IllegalArgumentException("A cursor key has 32 bytes at least");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * @param purpose list, sort and filters: a cursor of one list is worthless in another
   * @param keys the last item's sort keys
   */
  public String encode(String purpose, List<String> keys) {
    List<byte[]> texts = keys.stream().map(CursorCodec::bytes).toList();
    int size = texts.stream().mapToInt(text -> Short.BYTES + text.length).sum();
    ByteBuffer payload = ByteBuffer.allocate(size);
    for (byte[] text : texts) {
      if (text.length > MOST_KEY_BYTES) {
        throw new IllegalArgumentException("A sort key has 65535 bytes at most");
      }
      payload.putShort((short) text.length).put(text);
    }
    byte[] all = Arrays.copyOf(tag(purpose, payload.array()), TAG_BYTES + size);
    System.arraycopy(payload.array(), 0, all, TAG_BYTES, size);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * @param purpose as it was encoded with
   * @param cursor from the client
   * @return the sort keys
   * @throws Refusal {@code CURSOR_INVALID} when this service did not make it for this list
   */
  public List<String> decode(String purpose, String cursor) {
    byte[] all;
    try {
      all = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
    if (all.length < TAG_BYTES) {
      throw invalid();
    }
    byte[] payload = Arrays.copyOfRange(all, TAG_BYTES, all.length);
    if (!MessageDigest.isEqual(Arrays.copyOf(all, TAG_BYTES), tag(purpose, payload))) {
      throw invalid();
    }
    List<String> keys = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    while (buffer.hasRemaining()) {
      byte[] text = new byte[Short.toUnsignedInt(buffer.getShort())];
      buffer.get(text);
      keys.add(new String(text, StandardCharsets.UTF_8));
    }
    return keys;
  }

  private byte[] tag(String purpose, byte[] payload) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      // A purpose holds what clients search for. Its length before it keeps them from moving the
      // border between purpose and keys.
      byte[] named = bytes(purpose);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(named.length).array());
      mac.update(named);
      return Arrays.copyOf(mac.doFinal(payload), TAG_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Refusal invalid() {
    return Refusal.field(
        CommonError.CURSOR_INVALID, "cursor", "does not belong to this list: begin again without");
  }
}
