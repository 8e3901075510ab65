package kr.gonggu.deal.infrastructure;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import kr.gonggu.deal.domain.Area;
import kr.gonggu.deal.domain.DealSearch;
import kr.gonggu.deal.domain.DealSort;
import kr.gonggu.deal.domain.DealStatus;
import kr.gonggu.deal.domain.ListPosition;

/**
 * A search as SQL. Every order reads along an index: {@code deal_newest} or {@code deal_category},
 * {@code deal_deadline}, {@code deal_popular}, {@code deal_left}; an area is searched by the
 * spatial index, words by the full-text index.
 *
 * <p>The full-text index finds rare words at once, but it collects and sorts everything that holds
 * a frequent one, tens of milliseconds for a part of a list. Frequent words stand in the first few
 * deals of any order. So words are looked for in a window of deals first, read in order and left as
 * soon as there are enough; only when there are not, the full-text index is asked.
 */
final class SearchStatement {

  /**
   * Metres on a sphere of 6 370 986 m by the haversine formula, as {@code ST_Distance_Sphere} has
   * them, from two columns: taking a geometry apart costs several times as much.
   */
  private static final String METERS =
      "2 * 6370986 * ASIN(LEAST(1, SQRT(POW(SIN(RADIANS(d.latitude - ?) / 2), 2)"
          + " + COS(RADIANS(?)) * COS(RADIANS(d.latitude))"
          + " * POW(SIN(RADIANS(d.longitude - ?) / 2), 2))))";

  /** Whole, as they are shown. */
  private static final String DISTANCE = "ROUND(" + METERS + ")";

  /** Shorter words are no n-gram (server variable {@code ngram_token_size}, 2 by default). */
  private static final int NGRAM = 2;

  /** How deals are read. */
  enum Plan {
    /** As the optimizer likes, words by the full-text index. */
    INDEXED,
    /** As the optimizer likes, words compared in each deal that is read. */
    COMPARED,
    /** By the spatial index, words compared in each deal of the area. */
    NEARBY
  }

  private final DealSearch search;
  private final SqlQuery query = new SqlQuery();

  private SearchStatement(DealSearch search) {
    this.search = search;
  }

  SearchStatement(DealSearch search, Plan plan, Instant now, String columns, String joins) {
    this.search = search;
    query.add("SELECT " + columns);
    if (search.area() != null) {
      query.add(", " + DISTANCE + " AS distance", center());
    }
    query
        .add("FROM deal d" + (plan == Plan.NEARBY ? " FORCE INDEX (deal_location)" : "") + joins)
        .add("WHERE TRUE");
    statuses(JdbcDealCatalogue.column(now));
    area();
    words(plan);
    if (search.category() != null) {
      query.add("AND d.category = ?", search.category().name());
    }
    if (search.minPrice() != null) {
      query.add("AND d.price_per_share >= ?", search.minPrice());
    }
    if (search.maxPrice() != null) {
      query.add("AND d.price_per_share <= ?", search.maxPrice());
    }
  }

  /**
   * The positions of deals in an order that an index has, filtered by nothing but what stands in
   * that index: so many of them are counted without reading a deal.
   */
  static SearchStatement positions(DealSearch search) {
    SearchStatement positions = new SearchStatement(search);
    positions
        .query
        .add("SELECT d.id, " + positions.sortKey() + " AS sort_key FROM deal d")
        .add("WHERE d.status = ?", search.statuses().iterator().next().name());
    if (search.sort() == DealSort.NEWEST && search.category() != null) {
      positions.query.add("AND d.category = ?", search.category().name());
    }
    return positions;
  }

  /** Goes on behind a position, or begins when there is none. */
  SearchStatement after(ListPosition position) {
    return position == null ? this : behind("AND ", position);
  }

  /** Ends with a position, or with the last deal when there is none. */
  SearchStatement until(ListPosition position) {
    return position == null ? this : behind("AND NOT ", position);
  }

  private SearchStatement behind(String and, ListPosition position) {
    String id = position.id().toString();
    switch (search.sort()) {
      case NEWEST -> query.add(and + "(d.id < ?)", id);
      case ENDING_SOON -> {
        LocalDateTime deadline =
            JdbcDealCatalogue.column(Instant.EPOCH.plus(position.key(), ChronoUnit.MICROS));
        query.add(
            and + "(d.deadline > ? OR (d.deadline = ? AND d.id > ?))", deadline, deadline, id);
      }
      case POPULAR ->
          query.add(
              and + "(d.views < ? OR (d.views = ? AND d.id < ?))",
              position.key(),
              position.key(),
              id);
      case ALMOST_FULL ->
          query.add(
              and + "(d.shares_left > ? OR (d.shares_left = ? AND d.id > ?))",
              position.key(),
              position.key(),
              id);
      case NEAREST ->
          query
              .add(and + "(" + DISTANCE + " > ?", center(position.key()))
              .add(" OR (" + DISTANCE + " = ?", center(position.key()))
              .add(" AND d.id > ?))", id);
    }
    return this;
  }

  /** The first so many in the order that is searched for. */
  SqlQuery first(int most) {
    return query.add(order() + " LIMIT ?", most);
  }

  /** The one behind the first so many, if there is one. */
  SqlQuery behindFirst(int many) {
    return query.add(order() + " LIMIT 1 OFFSET ?", many);
  }

  private String order() {
    return switch (search.sort()) {
      case NEWEST -> "ORDER BY d.id DESC";
      case ENDING_SOON -> "ORDER BY d.deadline, d.id";
      case POPULAR -> "ORDER BY d.views DESC, d.id DESC";
      case ALMOST_FULL -> "ORDER BY d.shares_left, d.id";
      case NEAREST -> "ORDER BY distance, d.id";
    };
  }

  /** As in {@link ListPosition}. */
  private String sortKey() {
    return switch (search.sort()) {
      case NEWEST -> "0";
      case ENDING_SOON -> "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', d.deadline)";
      case POPULAR -> "d.views";
      case ALMOST_FULL -> "d.shares_left";
      case NEAREST -> throw new IllegalArgumentException("no index has distances in order");
    };
  }

  private void statuses(LocalDateTime now) {
    StringJoiner anyOf = new StringJoiner(" OR ", "AND (", ")");
    List<Object> values = new ArrayList<>();
    for (DealStatus status : search.statuses()) {
      switch (status) {
        case RECRUITING -> {
          anyOf.add("(d.status = 'RECRUITING' AND d.deadline > ?)");
          values.add(now);
        }
        case EXPIRED -> {
          anyOf.add("d.status = 'EXPIRED' OR (d.status = 'RECRUITING' AND d.deadline <= ?)");
          values.add(now);
        }
        default -> anyOf.add("d.status = '" + status + "'");
      }
    }
    query.add(anyOf.toString(), values.toArray());
  }

  private void area() {
    Area area = search.area();
    if (area != null) {
      Area.Box box = area.box();
      query
          // The same box twice: comparing numbers is cheaper than geometry when the optimizer reads
          // in the list's order instead of by the spatial index.
          .add(
              "AND d.latitude BETWEEN ? AND ? AND d.longitude BETWEEN ? AND ?",
              box.south(),
              box.north(),
              box.west(),
              box.east())
          .add(
              "AND MBRContains(ST_MakeEnvelope(POINT(?, ?), POINT(?, ?)), d.location)",
              box.west(),
              box.south(),
              box.east(),
              box.north())
          .add("AND " + METERS + " <= ?", center(area.radiusMeters()));
    }
  }

  private void words(Plan plan) {
    StringJoiner indexed = new StringJoiner(" ");
    for (String word : search.words()) {
      if (plan != Plan.INDEXED || word.codePointCount(0, word.length()) < NGRAM) {
        // Letters and digits only (see DealSearch): no wildcard to escape.
        query.add("AND (d.title LIKE ? OR d.description LIKE ?)", like(word), like(word));
      } else {
        indexed.add("+\"" + word + '"');
      }
    }
    if (indexed.length() > 0) {
      query.add(
          "AND MATCH (d.title, d.description) AGAINST (? IN BOOLEAN MODE)", indexed.toString());
    }
  }

  private static String like(String word) {
    return '%' + word + '%';
  }

  private Object[] center() {
    Area area = search.area();
    return new Object[] {area.latitude(), area.latitude(), area.longitude()};
  }

  private Object[] center(long meters) {
    Area area = search.area();
    return new Object[] {area.latitude(), area.latitude(), area.longitude(), meters};
  }
}
