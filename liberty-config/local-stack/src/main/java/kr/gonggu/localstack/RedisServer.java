package kr.gonggu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Redis 6.2 with its append-only file in the data folder. */
public final class RedisServer implements StackServer {

  private final Software software;
  private final Path data;
  private final int port;
  private ChildProcess process;

  RedisServer(Software software, Path data, int port) {
    this.software = software;
    this.data = data;
    this.port = port;
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() {
    Path files = data.resolve("redis");
    try {
      Files.createDirectories(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process =
        ChildProcess.start(
            name(),
            data,
            List.of(
                software.redis().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                files.toString(),
                "--appendonly",
                "yes",
                "--save",
                ""),
            Map.of());
    process.awaitReady(Duration.ofSeconds(30), this::answers);
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      socket.setSoTimeout(1000);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(5);
      return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void stop() {
    if (process != null) {
      process.stop();
    }
  }

  @Override
  public ChildProcess process() {
    return process;
  }
}
