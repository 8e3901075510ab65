package kr.gonggu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebSocketFramesTest {

  private final WebSocketFrames frames = new WebSocketFrames();
  private final List<String> taken = new ArrayList<>();

  private static byte[] frame(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 4).put((byte) 0x81);
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else {
      frame.put((byte) 126).putShort((short) payload.length);
    }
    frame.put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  private void feed(byte[] bytes, int from, int to) {
    frames.feed(
        ByteBuffer.wrap(bytes, from, to - from),
        (opcode, buffer, begin, end) ->
            taken.add(new String(buffer, begin, end - begin, StandardCharsets.UTF_8)));
  }

  @Test
  void aFrameMayComeInPieces() {
    String text = "감귤".repeat(100);
    byte[] bytes = frame(text);

    for (int i = 0; i < bytes.length; i++) {
      assertThat(taken).isEmpty();
      feed(bytes, i, i + 1);
    }

    assertThat(taken).containsExactly(text);
  }

  @Test
  void manyFramesMayComeAtOnce() {
    ByteBuffer line = ByteBuffer.allocate(1 << 20);
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      sent.add("message " + "x".repeat(i % 300));
      line.put(frame(sent.get(i)));
    }
    byte[] bytes = line.array();

    for (int i = 0; i < line.position(); i += 60_000) {
      feed(bytes, i, Math.min(i + 60_000, line.position()));
    }

    assertThat(taken).isEqualTo(sent);
  }

  @Test
  void whatAClientSendsIsMasked() {
    ByteBuffer frame = WebSocketFrames.masked(WebSocketFrames.TEXT, new byte[200]);

    assertThat(frame.get(0)).isEqualTo((byte) 0x81);
    assertThat(frame.get(1)).isEqualTo((byte) (0x80 | 126));
    assertThat(frame.getShort(2)).isEqualTo((short) 200);
    assertThat(frame.remaining()).isEqualTo(208);
  }
}
