package kr.gonggu.lib.persistence;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** Brings one service's schema to the version its WAR carries. */
public final class SchemaMigration {

  private static final Logger LOG = System.getLogger(SchemaMigration.class.getName());

  private final String service;
  private final DataSource dataSource;
  private final List<LoadableResource> scripts;

  /**
   * @param service name of the service; its scripts lie in {@code db/migration/<service>}
   * @param dataSource its schema
   * @param war the WAR that carries the scripts. They are read through the Servlet API, since the
   *     form of a WAR's class path (files, nested archives) differs from server to server
   */
  public SchemaMigration(String service, DataSource dataSource, ServletContext war) {
    this.service = service;
    this.dataSource = dataSource;
    this.scripts = scripts(war, "/WEB-INF/classes/db/migration/" + service + "/");
  }

  /**
   * Applies what is missing. Several instances may start at once: Flyway's lock lets one work.
   *
   * @throws SQLException when the database cannot be reached
   * @throws org.flywaydb.core.api.FlywayException when a script fails
   */
  public void migrate() throws SQLException {
    pinCharacterSet();
    int applied =
        Flyway.configure(getClass().getClassLoader())
            .dataSource(dataSource)
            .locations(new String[0])
            .resourceProvider(new Scripts(scripts))
            .load()
            .migrate()
            .migrationsExecuted;
    LOG.log(Level.INFO, "Schema of {0} is current ({1} migrations applied)", service, applied);
  }

  /** The server's defaults are the operator's; Korean text must not depend on them. */
  private void pinCharacterSet() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci");
    }
  }

  private static List<LoadableResource> scripts(ServletContext war, String folder) {
    Set<String> paths = war.getResourcePaths(folder);
    if (paths == null || paths.isEmpty()) {
      throw new IllegalStateException("The WAR carries no migrations in " + folder);
    }
    List<LoadableResource> scripts = new ArrayList<>();
    for (String path : paths) {
      try (InputStream script = war.getResourceAsStream(path)) {
        scripts.add(new Script(path, new String(script.readAllBytes(), StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return scripts;
  }

  /** What Flyway finds instead of scanning the class path. */
  private record Scripts(List<LoadableResource> scripts) implements ResourceProvider {

    @Override
    public LoadableResource getResource(String name) {
      return scripts.stream()
          .filter(script -> script.getRelativePath().equals(name))
          .findFirst()
          .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return scripts.stream()
          .filter(script -> script.getFilename().startsWith(prefix))
          .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
          .toList();
    }
  }

  private static final class Script extends LoadableResource {

    private final String path;
    private final String text;

    Script(String path, String text) {
      this.path = path;
      this.text = text;
    }

    @Override
    public Reader read() {
      return new StringReader(text);
    }

    @Override
    public String getAbsolutePath() {
      return path;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return path;
    }

    @Override
    public String getFilename() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String getRelativePath() {
      return getFilename();
    }
  }
}
