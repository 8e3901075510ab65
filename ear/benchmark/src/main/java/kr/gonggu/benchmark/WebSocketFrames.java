package kr.gonggu.benchmark;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Frames of RFC 6455, cut out of what comes over the line. Messages in several frames are not
 * understood: the market sends none.
 */
final class WebSocketFrames {

  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private byte[] buffer = new byte[32 * 1024];
  private int begin;
  private int end;

  /** Takes a whole frame; the bytes are good until it returns. */
  interface Taker {

    /**
     * @param opcode of section 5.2
     * @param bytes holds the payload
     * @param from where it begins
     * @param to where it ends
     */
    void take(int opcode, byte[] bytes, int from, int to);
  }

  /** Takes in what was read, and gives out every frame that is whole now. */
  void feed(ByteBuffer read, Taker taker) {
    int length = read.remaining();
    if (end + length > buffer.length) {
      System.arraycopy(buffer, begin, buffer, 0, end - begin);
      end -= begin;
      begin = 0;
      if (end + length > buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, end + length));
      }
    }
    read.get(buffer, end, length);
    end += length;
    while (next(taker)) {
      // one more
    }
    if (begin == end) {
      begin = 0;
      end = 0;
    }
  }

  private boolean next(Taker taker) {
    int available = end - begin;
    if (available < 2) {
      return false;
    }
    int header = 2;
    long length = buffer[begin + 1] & 0x7F;
    if (length == 126) {
      header = 4;
    } else if (length == 127) {
      header = 10;
    }
    if (available < header) {
      return false;
    }
    if (header > 2) {
      length = 0;
      for (int i = 2; i < header; i++) {
        length = length << 8 | buffer[begin + i] & 0xFF;
      }
    }
    if (available < header + length) {
      return false;
    }
    int from = begin + header;
    int to = from + (int) length;
    int opcode = buffer[begin] & 0x0F;
    begin = to;
    taker.take(opcode, buffer, from, to);
    return true;
  }

  /**
   * A frame of a client. Its mask is zero, which changes nothing of the payload: masks guard
   * proxies from pages' scripts (section 10.3), and here are neither.
   *
   * @param payload at most 65535 bytes
   */
  static ByteBuffer masked(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) (0x80 | opcode));
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    }
    frame.putInt(0).put(payload);
    return frame.flip();
  }
}
