package kr.gonggu.deal.infrastructure;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import kr.gonggu.deal.domain.Area;
import kr.gonggu.deal.domain.DealSearch;
import kr.gonggu.deal.domain.DealStatus;
import kr.gonggu.deal.domain.ListPosition;

/**
 * A search as SQL. Every order reads along an index: {@code deal_newest}, {@code deal_deadline},
 * {@code deal_popular}, {@code deal_left}; an area is searched by the spatial index, words by the
 * full-text index.
 */
final class SearchStatement {

  /** Metres, whole, as they are shown; MySQL takes the earth for a sphere of 6 370 986 m. */
  private static final String DISTANCE = "ROUND(ST_Distance_Sphere(d.location, POINT(?, ?)))";

  /** Shorter words are no n-gram (server variable {@code ngram_token_size}, 2 by default). */
  private static final int NGRAM = 2;

  private final DealSearch search;
  private final SqlQuery query = new SqlQuery();

  SearchStatement(DealSearch search, Instant now, String columns, String joins) {
    this.search = search;
    query.add("SELECT " + columns);
    if (search.area() != null) {
      query.add(", " + DISTANCE + " AS distance", center());
    }
    query.add("FROM deal d" + joins).add("WHERE TRUE");
    statuses(JdbcDealCatalogue.column(now));
    area();
    words();
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

  /** Goes on behind a position, or begins when there is none. */
  SearchStatement after(ListPosition position) {
    if (position == null) {
      return this;
    }
    String id = position.id().toString();
    switch (search.sort()) {
      case NEWEST -> query.add("AND d.id < ?", id);
      case ENDING_SOON -> {
        LocalDateTime deadline =
            JdbcDealCatalogue.column(Instant.EPOCH.plus(position.key(), ChronoUnit.MICROS));
        query.add("AND (d.deadline > ? OR (d.deadline = ? AND d.id > ?))", deadline, deadline, id);
      }
      case POPULAR ->
          query.add(
              "AND (d.views < ? OR (d.views = ? AND d.id < ?))",
              position.key(),
              position.key(),
              id);
      case ALMOST_FULL ->
          query.add(
              "AND (d.shares_left > ? OR (d.shares_left = ? AND d.id > ?))",
              position.key(),
              position.key(),
              id);
      case NEAREST ->
          query
              .add("AND (" + DISTANCE + " > ?", center(position.key()))
              .add(" OR (" + DISTANCE + " = ?", center(position.key()))
              .add(" AND d.id > ?))", id);
    }
    return this;
  }

  /** The first so many in the order that is searched for. */
  SqlQuery first(int most) {
    String order =
        switch (search.sort()) {
          case NEWEST -> "d.id DESC";
          case ENDING_SOON -> "d.deadline, d.id";
          case POPULAR -> "d.views DESC, d.id DESC";
          case ALMOST_FULL -> "d.shares_left, d.id";
          case NEAREST -> "distance, d.id";
        };
    return query.add("ORDER BY " + order + " LIMIT ?", most);
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
          .add(
              "AND MBRContains(ST_MakeEnvelope(POINT(?, ?), POINT(?, ?)), d.location)",
              box.west(),
              box.south(),
              box.east(),
              box.north())
          .add("AND ST_Distance_Sphere(d.location, POINT(?, ?)) <= ?", center(area.radiusMeters()));
    }
  }

  private void words() {
    StringJoiner indexed = new StringJoiner(" ");
    for (String word : search.words()) {
      if (word.codePointCount(0, word.length()) < NGRAM) {
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
    return new Object[] {search.area().longitude(), search.area().latitude()};
  }

  private Object[] center(long meters) {
    return new Object[] {search.area().longitude(), search.area().latitude(), meters};
  }
}
