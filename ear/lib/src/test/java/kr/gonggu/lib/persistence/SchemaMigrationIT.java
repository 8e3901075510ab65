package kr.gonggu.lib.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kr.gonggu.lib.service.TestWar;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

/** A service brings its schema to the version that its WAR carries, on a real MySQL. */
class SchemaMigrationIT {

  private static final String V1 = "CREATE TABLE deal (id INT PRIMARY KEY, title VARCHAR(20));";
  private static final String V2 =
      "INSERT INTO deal VALUES (1, '귤 한 상자'); ALTER TABLE deal ADD shares INT DEFAULT 4;";

  private final TestSchema schema = TestSchema.empty();

  private void migrate(Map<String, String> scripts) throws SQLException {
    new SchemaMigration("deal", schema.dataSource(), TestWar.carrying("deal", scripts)).migrate();
  }

  @Test
  void scriptsAreAppliedInOrderAndOnce() throws SQLException {
    migrate(Map.of("V2__shares.sql", V2, "V1__deals.sql", V1));
    migrate(Map.of("V2__shares.sql", V2, "V1__deals.sql", V1));

    assertThat(schema.value("SELECT CONCAT(title, shares) FROM deal")).isEqualTo("귤 한 상자4");
    assertThat(schema.count("flyway_schema_history")).isEqualTo(2);
  }

  @Test
  void aNewerWarAddsWhatIsMissingAndKeepsTheData() throws SQLException {
    migrate(Map.of("V1__deals.sql", V1));
    schema.execute("INSERT INTO deal VALUES (7, 'kept')");

    migrate(Map.of("V1__deals.sql", V1, "V2__shares.sql", V2));

    assertThat(schema.value("SELECT shares FROM deal WHERE id = 7")).isEqualTo("4");
  }

  @Test
  void whatIsAppliedMustNotChange() throws SQLException {
    migrate(Map.of("V1__deals.sql", V1));

    assertThatThrownBy(() -> migrate(Map.of("V1__deals.sql", V1.replace("20", "30"))))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("checksum");
  }

  @Test
  void aScriptThatFailsIsNamed() {
    assertThatThrownBy(() -> migrate(Map.of("V1__deals.sql", "CREATE TALBE deal (id INT)")))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("V1__deals.sql");
  }

  @Test
  void instancesThatStartAtOnceMigrateOnce() throws Exception {
    int instances = 3;
    CyclicBarrier begin = new CyclicBarrier(instances);
    ExecutorService threads = Executors.newFixedThreadPool(instances);
    try {
      List<Future<Object>> migrations =
          IntStream.range(0, instances)
              .mapToObj(
                  instance ->
                      threads.submit(
                          () -> {
                            begin.await();
                            migrate(Map.of("V1__deals.sql", V1, "V2__shares.sql", V2));
                            return null;
                          }))
              .toList();
      for (Future<Object> migration : migrations) {
        migration.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(schema.count("deal")).isEqualTo(1);
  }

  @Test
  void koreanTextDoesNotDependOnTheServersDefaults() throws SQLException {
    schema.execute("ALTER DATABASE CHARACTER SET latin1 COLLATE latin1_swedish_ci");

    migrate(Map.of("V1__deals.sql", V1, "V2__shares.sql", V2));

    assertThat(schema.value("SELECT title FROM deal")).isEqualTo("귤 한 상자");
    assertThat(
            schema.value(
                "SELECT table_collation FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() AND table_name = 'deal'"))
        .isEqualTo("utf8mb4_0900_ai_ci");
  }

  @Test
  void aWarWithoutScriptsIsAMistake() {
    assertThatThrownBy(() -> migrate(Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/WEB-INF/classes/db/migration/deal/");
  }
}
