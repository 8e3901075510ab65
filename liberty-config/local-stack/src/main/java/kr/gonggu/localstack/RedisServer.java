package kr.gonggu.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Redis 6.2 with its append-only file in the data folder. */
public final class RedisServer implements StackServer {

  private final Software software;
  private final Children children;
  private final Path data;
  private final int port;
  private volatile ChildProcess process;
  private volatile String waitingFor = "";

  RedisServer(Software software, Children children, Path data, int port) {
    this.software = software;
    this.children = children;
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
    stop();
    Path files = Folders.create(data.resolve("redis"));
    waitingFor = "Redis to answer";
    process =
        children.start(
            name(),
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
    process.awaitReady(Duration.ofSeconds(30), this::answers, this::waitingFor);
    waitingFor = "";
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
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
    ChildProcess running = process;
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public String waitingFor() {
    return waitingFor;
  }

  @Override
  public Optional<Long> pid() {
    return Optional.ofNullable(process).filter(ChildProcess::alive).map(ChildProcess::pid);
  }
}
