package kr.gonggu.push.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kr.gonggu.push.domain.P256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VapidKeyFileTest {

  @TempDir Path folder;

  @Test
  void theKeyIsMadeOnceForItsOwnerOnlyAndFoundAgain() throws Exception {
    VapidKeyFile.Keys made = new VapidKeyFile(folder.resolve("keys")).open();
    VapidKeyFile.Keys found = new VapidKeyFile(folder.resolve("keys")).open();

    assertThat(P256.bytes(found.publicKey())).isEqualTo(P256.bytes(made.publicKey()));
    assertThat(P256.bytes(found.privateKey())).isEqualTo(P256.bytes(made.privateKey()));
    Path file = folder.resolve("keys/vapid-key.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    ECKey other = ECKey.parse(Files.readString(file));
    assertThat(other.toECPublicKey().getW()).isEqualTo(made.publicKey().getW());
    assertThat(made.toString()).doesNotContain(other.getD().toString());
  }

  @Test
  void instancesThatStartAtOnceShareOneKey() throws Exception {
    int instances = 8;
    ExecutorService threads = Executors.newFixedThreadPool(instances);
    CyclicBarrier together = new CyclicBarrier(instances);
    try {
      List<Callable<String>> starts = new ArrayList<>();
      for (int i = 0; i < instances; i++) {
        starts.add(
            () -> {
              together.await();
              return new VapidKeyFile(folder).open().publicKey().getW().getAffineX().toString();
            });
      }
      Set<String> keys = new HashSet<>();
      for (Future<String> key : threads.invokeAll(starts)) {
        keys.add(key.get());
      }

      assertThat(keys).hasSize(1);
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactly("vapid-key.json");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatIsNoKeyIsNamedAndNotQuoted() throws Exception {
    Files.writeString(folder.resolve("vapid-key.json"), "{\"kty\":\"EC\",\"d\":\"c2VjcmV0\"}");

    assertThatThrownBy(() -> new VapidKeyFile(folder).open())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("vapid-key.json")
        .hasNoCause()
        .message()
        .doesNotContain("c2VjcmV0");
  }
}
