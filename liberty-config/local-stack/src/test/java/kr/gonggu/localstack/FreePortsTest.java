package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  @Test
  void aPortThatSomebodyListensOnIsNotFree() throws IOException {
    int port;
    try (ServerSocket onLoopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = onLoopback.getLocalPort();
      assertThat(FreePorts.isFree(port)).isFalse();
    }
    assertThat(FreePorts.isFree(port)).isTrue();
    try (ServerSocket everywhere = new ServerSocket(port)) {
      assertThat(FreePorts.isFree(everywhere.getLocalPort())).isFalse();
    }
  }

  @Test
  void theNextPortIsFreeAndNeverOneOfOutgoingConnections() {
    int port = FreePorts.next();
    assertThat(FreePorts.isFree(port)).isTrue();
    assertThat(port).isBetween(20_000, 32_767);
  }
}
