package kr.gonggu.lib.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Which way up a camera was held (Exif 2.32, tag 274), and nothing else of the metadata.
 *
 * <p>Libraries for metadata read everything that may stand in a file, packed text and XML included,
 * which makes them a way to exhaust the memory of whoever only wants to turn a picture.
 */
final class ExifOrientation {

  private static final int UPRIGHT = 1;
  private static final int TAG = 274;
  private static final int SHORT = 3;
  private static final int ENTRY_BYTES = 12;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  private ExifOrientation() {}

  /**
   * Of a JPEG, a PNG or a WebP.
   *
   * @return 1–8; 1 (upright) for everything that cannot be read
   */
  static int of(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    try {
      ByteBuffer tiff =
          switch (file[0]) {
            case (byte) 0xFF -> inJpeg(bytes);
            case 'R' -> inChunks(bytes.order(ByteOrder.LITTLE_ENDIAN), 12, "EXIF");
            default -> inChunks(bytes, 8, "eXIf");
          };
      return tiff == null ? UPRIGHT : inTiff(tiff);
    } catch (RuntimeException e) {
      // Offsets and lengths are whatever somebody wrote there.
      return UPRIGHT;
    }
  }

  /** JPEG: the segment APP1 that begins with "Exif". */
  private static ByteBuffer inJpeg(ByteBuffer jpeg) {
    int position = 2;
    while ((jpeg.get(position) & 0xFF) == 0xFF) {
      int marker = jpeg.get(position + 1) & 0xFF;
      if (marker == 0xFF) {
        position++;
        continue;
      }
      if (marker == 0xDA || marker == 0xD9) {
        return null;
      }
      int length = jpeg.getShort(position + 2) & 0xFFFF;
      if (marker == 0xE1
          && length > EXIF.length + 2
          && Arrays.equals(
              jpeg.array(), position + 4, position + 4 + EXIF.length, EXIF, 0, EXIF.length)) {
        return jpeg.slice(position + 4 + EXIF.length, length - 2 - EXIF.length);
      }
      position += 2 + length;
    }
    return null;
  }

  /** WebP (type, length, data, padding) and PNG (length, type, data, checksum). */
  private static ByteBuffer inChunks(ByteBuffer file, int first, String type) {
    boolean webp = file.order() == ByteOrder.LITTLE_ENDIAN;
    byte[] wanted = type.getBytes(StandardCharsets.US_ASCII);
    int position = first;
    while (position + 8 <= file.limit()) {
      int name = webp ? position : position + 4;
      int length = file.getInt(webp ? position + 4 : position);
      if (length < 0) {
        return null;
      }
      if (Arrays.equals(file.array(), name, name + 4, wanted, 0, 4)) {
        ByteBuffer chunk = file.slice(position + 8, length);
        // Some writers keep JPEG's prefix.
        return length > EXIF.length && chunk.get(0) == 'E'
            ? chunk.slice(EXIF.length, length - EXIF.length)
            : chunk;
      }
      position = Math.addExact(position, Math.addExact(8 + (webp ? length & 1 : 4), length));
    }
    return null;
  }

  private static int inTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if ((tiff.getShort(entry) & 0xFFFF) == TAG && tiff.getShort(entry + 2) == SHORT) {
        int orientation = tiff.getShort(entry + 8);
        return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
