package kr.gonggu.deal.infrastructure;

import static kr.gonggu.lib.json.Jsonp.JSON;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kr.gonggu.deal.domain.DealViews;

/** Looks, collected in memory and written by {@link #write} in three statements per batch. */
@ApplicationScoped
public class BatchedDealViews implements DealViews {

  /** Looks beyond these are not counted: the database has been away for long. */
  private static final int MOST_WAITING = 100_000;

  private static final int BATCH = 1_000;

  private static final String LOOKS =
      "JSON_TABLE(?, '$[*]' COLUMNS ("
          + "deal_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[0]',"
          + " member_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[1]',"
          + " day DATE PATH '$[2]')) look";

  private static final String SUMS =
      "JSON_TABLE(?, '$[*]' COLUMNS ("
          + "deal_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[0]',"
          + " looks BIGINT PATH '$[1]')) total";

  @Resource(lookup = "jdbc/deal")
  DataSource dataSource;

  @Inject DealRuntime runtime;

  private final Set<Look> waiting = ConcurrentHashMap.newKeySet();

  private record Look(String dealId, String memberId, String day) {}

  @Override
  public void seen(UUID dealId, UUID memberId, LocalDate day) {
    if (waiting.size() < MOST_WAITING) {
      waiting.add(new Look(dealId.toString(), memberId.toString(), day.toString()));
    }
  }

  @Override
  public void forgetBefore(LocalDate day) {
    new SqlQuery()
        .add("DELETE FROM deal_view WHERE day < ? LIMIT 10000", day.toString())
        .update(dataSource);
  }

  /**
   * Writes what has been collected. A batch that meets the same look from another instance, or a
   * database that is away, fails as a whole and is written in the next round. One at a time: a
   * server that goes down writes once more while a round may be at work.
   */
  public synchronized void write() {
    // What comes meanwhile waits for the next round: many looks, few commits.
    for (int left = waiting.size(); left > 0; left -= BATCH) {
      Set<Look> batch = waiting.stream().limit(BATCH).collect(Collectors.toSet());
      runtime.inTransaction(() -> write(batch));
      waiting.removeAll(batch);
    }
  }

  private void write(Set<Look> batch) {
    Set<Look> fresh = new HashSet<>(batch);
    new SqlQuery()
        .add("SELECT w.deal_id, w.member_id, CAST(w.day AS CHAR) AS day FROM " + LOOKS, json(batch))
        .add("JOIN deal_view w USING (deal_id, member_id, day)")
        .list(
            dataSource,
            row -> new Look(row.text("deal_id"), row.text("member_id"), row.text("day")))
        .forEach(fresh::remove);
    if (fresh.isEmpty()) {
      return;
    }
    // Not IGNORE: what another instance writes at this moment must not be added up twice.
    new SqlQuery()
        .add("INSERT INTO deal_view (deal_id, member_id, day)")
        .add("SELECT look.deal_id, look.member_id, look.day FROM " + LOOKS, json(fresh))
        .update(dataSource);
    new SqlQuery()
        .add("UPDATE " + SUMS, sums(fresh))
        .add("STRAIGHT_JOIN deal d ON d.id = total.deal_id SET d.views = d.views + total.looks")
        .update(dataSource);
  }

  private static String json(Collection<Look> looks) {
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    for (Look look : looks) {
      rows.add(JSON.createArrayBuilder(List.of(look.dealId, look.memberId, look.day)));
    }
    return rows.build().toString();
  }

  /** Deals in the order of their ids, so that two instances lock them in the same order. */
  private static String sums(Set<Look> looks) {
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    looks.stream()
        .collect(Collectors.groupingBy(Look::dealId, TreeMap::new, Collectors.counting()))
        .forEach((deal, sum) -> rows.add(JSON.createArrayBuilder().add(deal).add(sum)));
    return rows.build().toString();
  }
}
