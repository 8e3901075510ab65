package kr.gonggu.lib.image;

import java.util.Arrays;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file that goes on with zeros after its end.
 *
 * <p>TwelveMonkeys' WebP reader (3.15.0) asks for a byte at every bit and swallows the exception it
 * gets at the end of the file, once per symbol: a file of 40 bytes that claims 40 megapixels keeps
 * a processor busy for minutes. Zeros cost it nothing.
 */
final class EndlessImageInput extends ImageInputStreamImpl {

  private final byte[] file;
  private final long end;

  /**
   * @param file its bytes, not copied
   * @param zeros how many follow: more than its decoder can ever want
   */
  EndlessImageInput(byte[] file, long zeros) {
    this.file = file;
    this.end = file.length + zeros;
  }

  @Override
  public int read() {
    bitOffset = 0;
    if (streamPos >= end) {
      return -1;
    }
    long position = streamPos++;
    return position < file.length ? file[(int) position] & 0xFF : 0;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    bitOffset = 0;
    if (streamPos >= end) {
      return -1;
    }
    int count = (int) Math.min(length, end - streamPos);
    int real = (int) Math.max(0, Math.min(count, file.length - streamPos));
    if (real > 0) {
      System.arraycopy(file, (int) streamPos, buffer, offset, real);
    }
    Arrays.fill(buffer, offset + real, offset + count, (byte) 0);
    streamPos += count;
    return count;
  }
}
