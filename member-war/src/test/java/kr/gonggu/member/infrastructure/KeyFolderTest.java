package kr.gonggu.member.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kr.gonggu.member.infrastructure.KeyFolder.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path temporary;

  @Test
  void theFirstStartMakesAKeyAndPublishesItsPublicHalf() throws Exception {
    Keys keys = open();

    assertThat(keys.all()).containsExactly(keys.signing());
    JWK published = published().getKeys().get(0);
    assertThat(published).isEqualTo(keys.signing().toPublicJWK());
    assertThat(published.isPrivate()).isFalse();
    assertThat(Files.readString(jwks())).contains("\"alg\":\"RS256\"").doesNotContain("\"d\"");
  }

  @Test
  void onlyTheOwnerReadsThePrivateKeyAndEverybodyTheSet() throws Exception {
    Keys keys = open();

    assertThat(permissions(privateKey(keys.signing()))).isEqualTo("rw-------");
    assertThat(permissions(jwks())).isEqualTo("rw-r--r--");
  }

  @Test
  void aLaterStartFindsTheSameKeyAndWritesNothing() throws Exception {
    Keys first = open();
    Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("r-xr-xr-x"));
    Object written = Files.getLastModifiedTime(jwks());

    Keys second = open();

    assertThat(second.signing()).isEqualTo(first.signing());
    assertThat(Files.getLastModifiedTime(jwks())).isEqualTo(written);
    Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void aLostKeySetIsPublishedAgain() throws Exception {
    Keys keys = open();
    Files.delete(jwks());
    open();
    assertThat(published().getKeyByKeyId(keys.signing().getKeyID())).isNotNull();

    Files.writeString(jwks(), "{\"keys\":[");
    open();
    assertThat(published().getKeyByKeyId(keys.signing().getKeyID())).isNotNull();
  }

  @Test
  void aSecondKeyIsPublishedBesideTheFirstAndTheNewestSigns() throws Exception {
    RSAKey first = open().signing();
    RSAKey second = place(NOW.plus(Duration.ofDays(90)));

    Keys keys = open();

    assertThat(keys.signing()).isEqualTo(second);
    assertThat(published().getKeys()).containsExactly(first.toPublicJWK(), second.toPublicJWK());
  }

  @Test
  void theMarkerLetsTheOldKeySignUntilEverybodyKnowsTheNewOne() throws Exception {
    RSAKey first = open().signing();
    place(NOW.plus(Duration.ofDays(90)));
    Files.writeString(folder().resolve("signs"), first.getKeyID() + "\n");

    Keys keys = open();

    assertThat(keys.signing()).isEqualTo(first);
    assertThat(published().getKeys()).hasSize(2);
  }

  @Test
  void aRemovedKeyIsPublishedNoLonger() throws Exception {
    RSAKey first = open().signing();
    RSAKey second = place(NOW.plus(Duration.ofDays(90)));
    open();
    Files.delete(privateKey(first));

    open();

    assertThat(published().getKeys()).containsExactly(second.toPublicJWK());
  }

  @Test
  void whatIsNoKeyIsSaidSoAndNotReplaced() throws Exception {
    Keys keys = open();
    Path file = privateKey(keys.signing());
    Files.writeString(file, "{}");

    assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("JSON");
    assertThat(Files.readString(file)).isEqualTo("{}");
  }

  @Test
  void aMarkerThatNamesNoKeyIsSaidSo() throws Exception {
    open();
    Files.writeString(folder().resolve("signs"), "nobody");

    assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("nobody");
  }

  @Test
  void manyThatStartTogetherAgreeOnOneKey() throws Exception {
    ExecutorService instances = Executors.newFixedThreadPool(8);
    List<Future<Keys>> started = new ArrayList<>();
    Callable<Keys> instance = this::open;
    for (int i = 0; i < 32; i++) {
      started.add(instances.submit(instance));
    }
    List<String> ids = new ArrayList<>();
    for (Future<Keys> keys : started) {
      ids.add(keys.get(30, TimeUnit.SECONDS).signing().getKeyID());
    }
    instances.shutdown();

    assertThat(ids).containsOnly(ids.get(0));
    assertThat(published().getKeys()).hasSize(1);
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void processesThatStartTogetherAgreeOnOneKey() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  OpenKeyFolder.class.getName(),
                  folder().toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    List<String> ids = new ArrayList<>();
    for (Process process : processes) {
      ids.add(
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(ids).containsOnly(published().getKeys().get(0).getKeyID());
  }

  /** Another instance of the service, as far as its keys are concerned. */
  static final class OpenKeyFolder {

    private OpenKeyFolder() {}

    public static void main(String[] arguments) throws IOException {
      System.out.println(new KeyFolder(Path.of(arguments[0]), CLOCK).open().signing().getKeyID());
    }
  }

  private Keys open() throws IOException {
    return new KeyFolder(folder(), CLOCK).open();
  }

  private RSAKey place(Instant issued) throws IOException, JOSEException {
    RSAKey key =
        new RSAKeyGenerator(2048).keyID("replacement").issueTime(Date.from(issued)).generate();
    Files.writeString(privateKey(key), key.toJSONString());
    return key;
  }

  private Path folder() {
    return temporary.resolve("keys");
  }

  private Path privateKey(RSAKey key) {
    return folder().resolve("signing-key-" + key.getKeyID() + ".json");
  }

  private Path jwks() {
    return folder().resolve("jwks.json");
  }

  private JWKSet published() throws Exception {
    return JWKSet.parse(Files.readString(jwks()));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
