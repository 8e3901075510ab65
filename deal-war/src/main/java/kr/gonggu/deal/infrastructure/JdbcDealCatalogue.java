package kr.gonggu.deal.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kr.gonggu.deal.domain.Area;
import kr.gonggu.deal.domain.CancelCause;
import kr.gonggu.deal.domain.Category;
import kr.gonggu.deal.domain.DealCatalogue;
import kr.gonggu.deal.domain.DealDetails;
import kr.gonggu.deal.domain.DealSearch;
import kr.gonggu.deal.domain.DealSort;
import kr.gonggu.deal.domain.DealStatus;
import kr.gonggu.deal.domain.DealStep;
import kr.gonggu.deal.domain.DealSummary;
import kr.gonggu.deal.domain.EnrolledDeal;
import kr.gonggu.deal.domain.EnrollmentStatus;
import kr.gonggu.deal.domain.EnrollmentView;
import kr.gonggu.deal.domain.KeywordsColumn;
import kr.gonggu.deal.domain.ListPosition;
import kr.gonggu.deal.domain.Participant;
import kr.gonggu.deal.domain.PaymentMethod;
import kr.gonggu.deal.domain.Pickup;
import kr.gonggu.deal.infrastructure.SearchStatement.Plan;

/**
 * Deals as lists and pages show them, read row by row without entities: reading is most of what
 * this service does.
 */
@ApplicationScoped
public class JdbcDealCatalogue implements DealCatalogue {

  /**
   * Deals in which words are looked for one by one. Reading so many takes as long as the full-text
   * index takes for a word that one deal in a hundred of 20 000 holds.
   */
  private static final int WINDOW = 500;

  /** Metres; up to here the spatial index leaves fewer deals than a frequent word does. */
  private static final int NEARBY = 5_000;

  private static final String SUMMARY =
      "d.id, d.title, d.category, d.host_id, m.nickname, d.total_price, d.shares, d.host_shares,"
          + " d.shares_taken, d.unit, d.unit_quantity, d.deadline, d.latitude, d.longitude,"
          + " d.pickup_label, d.payment, d.status, d.opened_at, c.image_id AS cover_id,"
          + " d.views";

  private static final String AROUND =
      " JOIN member m ON m.id = d.host_id"
          + " LEFT JOIN deal_image c ON c.deal_id = d.id AND c.position = 0";

  private static final String ENROLLMENT =
      "e.id AS e_id, e.quantity AS e_quantity, e.amount AS e_amount, e.status AS e_status,"
          + " e.joined_at AS e_joined_at, e.received_at AS e_received_at";

  private static final KeywordsColumn KEYWORDS = new KeywordsColumn();

  @Inject FirstPages firstPages;

  private final Windows windows = new Windows();

  @Resource(lookup = "jdbc/deal")
  DataSource dataSource;

  @Override
  public List<DealSummary> search(DealSearch search, ListPosition after, int most, Instant now) {
    if (search.words().isEmpty()) {
      return after == null
          ? firstPages.get(
              search, most, now, () -> search(search, Plan.COMPARED, null, null, most, now))
          : search(search, Plan.COMPARED, after, null, most, now);
    }
    if (search.area() != null && search.area().radiusMeters() <= NEARBY) {
      return search(search, Plan.NEARBY, after, null, most, now);
    }
    // Only a single status is in order in an index, and distances never are.
    if (search.statuses().size() == 1 && search.sort() != DealSort.NEAREST) {
      Optional<ListPosition> edge =
          after == null ? windows.edge(search, now, () -> edge(search, null)) : edge(search, after);
      List<DealSummary> found = search(search, Plan.COMPARED, after, edge.orElse(null), most, now);
      if (edge.isEmpty() || found.size() == most) {
        return found;
      }
    }
    return search(search, Plan.INDEXED, after, null, most, now);
  }

  /** The end of the window; empty when it holds every deal in question. */
  private Optional<ListPosition> edge(DealSearch search, ListPosition after) {
    return SearchStatement.positions(search)
        .after(after)
        .behindFirst(WINDOW)
        .list(dataSource, row -> new ListPosition(row.number("sort_key"), row.uuid("id")))
        .stream()
        .findFirst();
  }

  private List<DealSummary> search(
      DealSearch search, Plan plan, ListPosition after, ListPosition last, int most, Instant now) {
    return new SearchStatement(search, plan, now, SUMMARY, AROUND)
        .after(after)
        .until(last)
        .first(most)
        .list(dataSource, row -> summary(row, now, search.area()));
  }

  @Override
  public Optional<DealDetails> details(UUID id, UUID viewer, Instant now, LocalDate today) {
    String member = viewer == null ? "" : viewer.toString();
    return new SqlQuery()
            .add("SELECT " + SUMMARY + ", " + ENROLLMENT)
            .add(", d.description, d.product_url, d.keywords")
            .add(", d.cancel_cause, d.cancel_reason, d.version")
            .add(", (SELECT GROUP_CONCAT(i.image_id ORDER BY i.position)")
            .add("   FROM deal_image i WHERE i.deal_id = d.id) AS image_ids")
            .add(", EXISTS (SELECT 1 FROM deal_view w WHERE w.deal_id = d.id")
            .add("   AND w.member_id = ? AND w.day = ?) AS seen_today", member, today)
            .add("FROM deal d" + AROUND)
            .add("LEFT JOIN enrollment e ON e.deal_id = d.id AND e.live_member_id = ?", member)
            .add("WHERE d.id = ?", id.toString())
            .list(dataSource, row -> details(row, now, viewer))
            .stream()
            .findFirst();
  }

  /** Asked for only where there are some, and somebody who may see them. */
  private List<DealStep> steps(UUID dealId) {
    return new SqlQuery()
        .add("SELECT status, note, receipt_image_id, taken_at FROM deal_step")
        .add("WHERE deal_id = ? ORDER BY position", dealId.toString())
        .list(
            dataSource,
            row ->
                new DealStep(
                    row.constant("status", DealStatus.class),
                    row.text("note"),
                    row.uuid("receipt_image_id"),
                    row.instant("taken_at")));
  }

  /** Asked for only where there may be one: a cancelled deal has no live enrolment. */
  private Optional<EnrollmentView> endedByHost(DealSummary deal, UUID member) {
    if (member == null || deal.status() != DealStatus.CANCELLED) {
      return Optional.empty();
    }
    return new SqlQuery()
            .add("SELECT " + ENROLLMENT + " FROM enrollment e")
            .add("WHERE e.deal_id = ? AND e.member_id = ?", deal.id().toString(), member.toString())
            .add("AND e.cancelled_by = 'HOST'")
            .list(dataSource, JdbcDealCatalogue::enrollment)
            .stream()
            .findFirst();
  }

  @Override
  public List<DealSummary> hostedBy(UUID member, UUID before, int most, Instant now) {
    SqlQuery query =
        new SqlQuery()
            .add("SELECT " + SUMMARY + " FROM deal d" + AROUND)
            .add("WHERE d.host_id = ?", member.toString());
    if (before != null) {
      query.add("AND d.id < ?", before.toString());
    }
    return query
        .add("ORDER BY d.id DESC LIMIT ?", most)
        .list(dataSource, row -> summary(row, now, null));
  }

  @Override
  public List<EnrolledDeal> enrolledBy(UUID member, UUID before, int most, Instant now) {
    SqlQuery query =
        new SqlQuery()
            .add("SELECT " + SUMMARY + ", " + ENROLLMENT)
            .add("FROM enrollment e JOIN deal d ON d.id = e.deal_id" + AROUND)
            .add("WHERE e.member_id = ?", member.toString())
            .add("AND (e.cancelled_by IS NULL OR e.cancelled_by = 'HOST')");
    if (before != null) {
      query.add("AND e.id < ?", before.toString());
    }
    return query
        .add("ORDER BY e.id DESC LIMIT ?", most)
        .list(dataSource, row -> new EnrolledDeal(summary(row, now, null), enrollment(row)));
  }

  @Override
  public Optional<List<Participant>> participants(UUID dealId, UUID after, int most) {
    SqlQuery query =
        new SqlQuery()
            .add("SELECT e.member_id, n.nickname, " + ENROLLMENT)
            .add("FROM enrollment e JOIN member n ON n.id = e.member_id")
            .add("WHERE e.deal_id = ? AND e.live_member_id IS NOT NULL", dealId.toString());
    if (after != null) {
      query.add("AND e.id > ?", after.toString());
    }
    List<Participant> found =
        query
            .add("ORDER BY e.id LIMIT ?", most)
            .list(
                dataSource,
                row ->
                    new Participant(row.uuid("member_id"), row.text("nickname"), enrollment(row)));
    return found.isEmpty() && !exists(dealId) ? Optional.empty() : Optional.of(found);
  }

  private boolean exists(UUID dealId) {
    return !new SqlQuery()
        .add("SELECT 1 AS one FROM deal WHERE id = ?", dealId.toString())
        .list(dataSource, row -> row.integer("one"))
        .isEmpty();
  }

  private static DealSummary summary(Row row, Instant now, Area area) {
    Instant deadline = row.instant("deadline");
    return new DealSummary(
        row.uuid("id"),
        row.text("title"),
        row.constant("category", Category.class),
        row.uuid("host_id"),
        row.text("nickname"),
        row.number("total_price"),
        row.integer("shares"),
        row.integer("host_shares"),
        row.integer("shares_taken"),
        row.text("unit"),
        row.decimal("unit_quantity").stripTrailingZeros(),
        deadline,
        new Pickup(row.degrees("latitude"), row.degrees("longitude"), row.text("pickup_label")),
        row.constant("payment", PaymentMethod.class),
        row.constant("status", DealStatus.class).at(now, deadline),
        row.instant("opened_at"),
        row.uuid("cover_id"),
        row.number("views"),
        area == null ? null : row.number("distance"));
  }

  private DealDetails details(Row row, Instant now, UUID viewer) {
    String imageIds = row.text("image_ids");
    DealSummary summary = summary(row, now, null);
    Optional<EnrollmentView> mine =
        row.text("e_id") == null ? endedByHost(summary, viewer) : Optional.of(enrollment(row));
    boolean takesPart = mine.isPresent() || summary.hostId().equals(viewer);
    return new DealDetails(
        summary,
        row.text("description"),
        row.text("product_url"),
        KEYWORDS.convertToEntityAttribute(row.text("keywords")),
        imageIds == null
            ? List.of()
            : Arrays.stream(imageIds.split(",")).map(UUID::fromString).toList(),
        row.text("cancel_cause") == null ? null : row.constant("cancel_cause", CancelCause.class),
        row.text("cancel_reason"),
        row.integer("version"),
        mine,
        row.flag("seen_today"),
        takesPart && summary.status().afterFull() ? steps(summary.id()) : List.of());
  }

  private static EnrollmentView enrollment(Row row) {
    return new EnrollmentView(
        row.uuid("e_id"),
        row.integer("e_quantity"),
        row.number("e_amount"),
        row.constant("e_status", EnrollmentStatus.class),
        row.instant("e_joined_at"),
        row.instant("e_received_at"));
  }

  /** As a {@code DATETIME} in UTC, whatever the JVM's zone is. */
  static LocalDateTime column(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
