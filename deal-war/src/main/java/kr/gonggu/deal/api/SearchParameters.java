package kr.gonggu.deal.api;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kr.gonggu.deal.domain.Area;
import kr.gonggu.deal.domain.Category;
import kr.gonggu.deal.domain.DealSearch;
import kr.gonggu.deal.domain.DealSort;
import kr.gonggu.deal.domain.DealStatus;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a search is made of, as it stands in the address. */
public class SearchParameters {

  private static final int LONGEST_QUESTION = 100;
  private static final int MOST_WORDS = 5;
  private static final int DEFAULT_RADIUS = 5_000;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  @QueryParam("q")
  @Parameter(description = "Words, each found in title or description, also inside of longer words")
  String q;

  @QueryParam("category")
  @Parameter(schema = @Schema(implementation = Category.class))
  String category;

  @QueryParam("minPrice")
  @Parameter(
      description = "Least won per share",
      schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
  String minPrice;

  @QueryParam("maxPrice")
  @Parameter(
      description = "Most won per share",
      schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
  String maxPrice;

  @QueryParam("near")
  @Parameter(description = "A place: latitude,longitude, for example 37.500622,127.036456")
  String near;

  @QueryParam("radius")
  @Parameter(
      description = "Metres around the place, 100 to 50000; 5000 when left out",
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              format = "int32",
              minimum = "" + Area.SMALLEST,
              maximum = "" + Area.LARGEST))
  String radius;

  @QueryParam("status")
  @Parameter(
      description = "One or several; what can still be joined (RECRUITING) when left out",
      schema = @Schema(type = SchemaType.ARRAY, implementation = DealStatus.class))
  List<String> status;

  @QueryParam("sort")
  @Parameter(
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"newest", "endingSoon", "popular", "almostFull", "nearest"},
              defaultValue = "newest"))
  String sort;

  /**
   * @throws Refusal {@code VALIDATION_FAILED}
   */
  DealSearch search() {
    Long least = won("minPrice", minPrice);
    Long most = won("maxPrice", maxPrice);
    if (least != null && most != null && least > most) {
      throw Refusal.field(CommonError.VALIDATION_FAILED, "maxPrice", "must not be below minPrice");
    }
    return new DealSearch(
        words(),
        QueryValues.constant("category", category, Category.class),
        least,
        most,
        area(),
        statuses(),
        order());
  }

  private static Long won(String name, String value) {
    Long won = QueryValues.number(name, value);
    if (won != null && won < 0) {
      throw Refusal.field(CommonError.VALIDATION_FAILED, name, "must not be negative");
    }
    return won;
  }

  private List<String> words() {
    if (q == null || q.isBlank()) {
      return List.of();
    }
    List<String> words =
        NO_WORD.splitAsStream(q).filter(word -> !word.isEmpty()).distinct().toList();
    if (q.length() > LONGEST_QUESTION || words.isEmpty() || words.size() > MOST_WORDS) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED,
          "q",
          "must be 1 to %d words of at most %d characters together"
              .formatted(MOST_WORDS, LONGEST_QUESTION));
    }
    return words;
  }

  private Area area() {
    Integer meters = QueryValues.integer("radius", radius);
    double[] place = QueryValues.parse("near", near, "must be latitude,longitude", this::place);
    if (place == null) {
      if (meters != null) {
        throw Refusal.field(CommonError.VALIDATION_FAILED, "near", "is needed with a radius");
      }
      return null;
    }
    return new Area(place[0], place[1], meters == null ? DEFAULT_RADIUS : meters);
  }

  private double[] place(String text) {
    double[] place = Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    if (place.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return place;
  }

  private Set<DealStatus> statuses() {
    Set<DealStatus> statuses = EnumSet.noneOf(DealStatus.class);
    for (String one : status == null ? List.<String>of() : status) {
      DealStatus constant = QueryValues.constant("status", one, DealStatus.class);
      if (constant != null) {
        statuses.add(constant);
      }
    }
    return statuses.isEmpty() ? EnumSet.of(DealStatus.RECRUITING) : statuses;
  }

  private DealSort order() {
    DealSort order =
        QueryValues.parse("sort", sort, "is not one of the values", SearchParameters::order);
    return order == null ? DealSort.NEWEST : order;
  }

  private static DealSort order(String wireName) {
    return Arrays.stream(DealSort.values())
        .filter(candidate -> candidate.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(wireName));
  }
}
