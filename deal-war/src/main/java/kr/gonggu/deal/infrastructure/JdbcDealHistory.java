package kr.gonggu.deal.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kr.gonggu.deal.domain.DealChange;
import kr.gonggu.deal.domain.DealHistory;
import kr.gonggu.deal.domain.DealRevision;

/** Revisions in the database. */
@ApplicationScoped
public class JdbcDealHistory implements DealHistory {

  // Thread-safe by specification, and expensive to build.
  private static final Jsonb JSONB = JsonbBuilder.create();

  @Resource(lookup = "jdbc/deal")
  DataSource dataSource;

  @Override
  public void add(UUID dealId, DealRevision revision) {
    new SqlQuery()
        .add(
            "INSERT INTO deal_edit (deal_id, version, changes, edited_at) VALUES (?, ?, ?, ?)",
            dealId.toString(),
            revision.version(),
            JSONB.toJson(revision.changes().toArray(DealChange[]::new)),
            JdbcDealCatalogue.column(revision.editedAt()))
        .update(dataSource);
  }

  @Override
  public Optional<List<DealRevision>> of(UUID dealId, Integer before, int most) {
    List<DealRevision> found =
        new SqlQuery()
            .add(
                "SELECT version, edited_at, changes FROM deal_edit WHERE deal_id = ?",
                dealId.toString())
            .add("AND version < ?", before == null ? Integer.MAX_VALUE : before)
            .add("ORDER BY version DESC LIMIT ?", most)
            .list(
                dataSource,
                row ->
                    new DealRevision(
                        row.integer("version"),
                        row.instant("edited_at"),
                        List.of(JSONB.fromJson(row.text("changes"), DealChange[].class))));
    return found.isEmpty() && !exists(dealId) ? Optional.empty() : Optional.of(found);
  }

  private boolean exists(UUID dealId) {
    return !new SqlQuery()
        .add("SELECT 1 AS one FROM deal WHERE id = ?", dealId.toString())
        .list(dataSource, row -> row.integer("one"))
        .isEmpty();
  }
}
