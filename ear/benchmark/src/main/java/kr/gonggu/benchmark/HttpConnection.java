package kr.gonggu.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * One HTTP/1.1 connection that is kept alive (RFC 9112). It does what a load generator needs and no
 * more: no redirects, no compression, no proxies. Not thread-safe.
 */
final class HttpConnection implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 30_000;

  /** Servers close what is idle for longer, Liberty after 30 s. */
  private static final Duration IDLE = Duration.ofSeconds(15);

  private final String host;
  private final int port;
  private final byte[] buffer = new byte[64 * 1024];
  private int position;
  private int limit;
  private Socket socket;
  private InputStream in;
  private long used;

  HttpConnection(URI market) {
    this.host = market.getHost();
    this.port = market.getPort() < 0 ? 80 : market.getPort();
  }

  /**
   * An answer.
   *
   * @param status of HTTP
   * @param body the whole of it
   */
  record Answer(int status, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The body as a JSON object.
     *
     * @throws BenchmarkException when it is none
     */
    Map<String, Object> json() {
      return Json.object(text());
    }

    /** For the report: the status, and the code of a problem (RFC 9457). */
    String problem() {
      String text = text();
      int code = text.indexOf("\"code\":\"");
      return code < 0
          ? Integer.toString(status)
          : status + " " + text.substring(code + 8, text.indexOf('"', code + 8));
    }
  }

  /**
   * Sends a request and reads its answer.
   *
   * @throws IOException when the connection fails; the next request opens another
   */
  Answer send(byte[] request) throws IOException {
    try {
      if (socket != null && System.nanoTime() - used > IDLE.toNanos()) {
        close();
      }
      if (socket == null) {
        open();
      }
      socket.getOutputStream().write(request);
      Answer answer = answer();
      used = System.nanoTime();
      return answer;
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void open() throws IOException {
    socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
    in = socket.getInputStream();
    position = 0;
    limit = 0;
  }

  private Answer answer() throws IOException {
    String statusLine = line();
    int status = Integer.parseInt(statusLine.substring(9, 12));
    int length = -1;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      String value = header.substring(colon + 1).strip();
      switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "content-length" -> length = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
        case "connection" -> last = value.equalsIgnoreCase("close");
        default -> {
          // of no interest to a load generator
        }
      }
    }
    byte[] body = new byte[0];
    if (chunked) {
      body = chunks();
    } else if (length > 0) {
      body = new byte[length];
      read(body, 0, length);
    } else if (length < 0 && status != 204 && status != 304) {
      throw new IOException("An answer without a length");
    }
    if (last) {
      close();
    }
    return new Answer(status, body);
  }

  private byte[] chunks() throws IOException {
    byte[] body = new byte[0];
    while (true) {
      int size = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
      if (size == 0) {
        while (!line().isEmpty()) {
          // trailers
        }
        return body;
      }
      int before = body.length;
      body = Arrays.copyOf(body, before + size);
      read(body, before, size);
      line();
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    while (true) {
      int c = next();
      if (c == '\n') {
        return line.toString();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
  }

  private int next() throws IOException {
    if (position == limit) {
      fill();
    }
    return buffer[position++] & 0xFF;
  }

  private void read(byte[] into, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (position == limit) {
        fill();
      }
      int part = Math.min(length - done, limit - position);
      System.arraycopy(buffer, position, into, offset + done, part);
      position += part;
      done += part;
    }
  }

  private void fill() throws IOException {
    position = 0;
    limit = Math.max(in.read(buffer), 0);
    if (limit == 0) {
      throw new EOFException("The market closed the connection");
    }
  }

  /** Closes; a later request opens anew. */
  @Override
  public void close() {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is gone either way.
      }
      socket = null;
    }
  }
}
