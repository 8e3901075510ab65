package kr.gonggu.deal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import kr.gonggu.deal.domain.Area;
import kr.gonggu.deal.domain.Category;
import kr.gonggu.deal.domain.DealSearch;
import kr.gonggu.deal.domain.DealSort;
import kr.gonggu.deal.domain.DealStatus;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;

class SearchParametersTest {

  @Test
  void withoutParametersWhatCanStillBeJoinedNewestFirst() {
    DealSearch search = new SearchParameters().search();

    assertThat(search.statuses()).containsExactly(DealStatus.RECRUITING);
    assertThat(search.sort()).isEqualTo(DealSort.NEWEST);
    assertThat(search.words()).isEmpty();
    assertThat(search.area()).isNull();
  }

  @Test
  void understandsEverything() {
    SearchParameters parameters = new SearchParameters();
    parameters.q = " 제주  감귤 10kg! ";
    parameters.category = "PRODUCE";
    parameters.minPrice = "1000";
    parameters.maxPrice = "5000";
    parameters.near = "37.5, 127.03";
    parameters.radius = "3000";
    parameters.status = List.of("FULL", "RECRUITING");
    parameters.sort = "nearest";

    DealSearch search = parameters.search();

    assertThat(search.words()).containsExactly("제주", "감귤", "10kg");
    assertThat(search.category()).isEqualTo(Category.PRODUCE);
    assertThat(search.minPrice()).isEqualTo(1000);
    assertThat(search.maxPrice()).isEqualTo(5000);
    assertThat(search.area()).isEqualTo(new Area(37.5, 127.03, 3000));
    assertThat(search.statuses()).containsExactlyInAnyOrder(DealStatus.RECRUITING, DealStatus.FULL);
    assertThat(search.sort()).isEqualTo(DealSort.NEAREST);
  }

  @Test
  void theSameSearchLooksTheSameHoweverItIsWritten() {
    SearchParameters parameters = new SearchParameters();
    parameters.status = List.of("FULL", "RECRUITING", "EXPIRED");
    SearchParameters again = new SearchParameters();
    again.status = List.of("EXPIRED", "RECRUITING", "FULL", "FULL");
    again.sort = "newest";

    assertThat(parameters.search()).hasToString(again.search().toString());
  }

  @Test
  void operatorsOfTheFullTextIndexAreNoWords() {
    SearchParameters parameters = new SearchParameters();
    parameters.q = "\"감귤\" -쌀* +(a>b) %_\\";

    assertThat(parameters.search().words()).containsExactly("감귤", "쌀", "a", "b");
  }

  @Test
  void namesTheParameterThatIsWrong() {
    assertRefused("category", parameters -> parameters.category = "FRUIT");
    assertRefused("minPrice", parameters -> parameters.minPrice = "cheap");
    assertRefused("minPrice", parameters -> parameters.minPrice = "-1");
    assertRefused("maxPrice", parameters -> parameters.maxPrice = "-1");
    assertRefused("maxPrice", parameters -> parameters.maxPrice = "99999999999999999999");
    assertRefused(
        "maxPrice",
        parameters -> {
          parameters.minPrice = "2";
          parameters.maxPrice = "1";
        });
    assertRefused("near", parameters -> parameters.near = "37.5");
    assertRefused("near", parameters -> parameters.near = "37.5,127,3");
    assertRefused("near", parameters -> parameters.near = "here,there");
    assertRefused("near", parameters -> parameters.near = "97.5,127");
    assertRefused("near", parameters -> parameters.near = "91,200");
    assertRefused("near", parameters -> parameters.near = "NaN,127");
    assertRefused("near", parameters -> parameters.radius = "1000");
    assertRefused(
        "radius",
        parameters -> {
          parameters.near = "37.5,127";
          parameters.radius = "1";
        });
    assertRefused("status", parameters -> parameters.status = List.of("OPEN"));
    assertRefused("sort", parameters -> parameters.sort = "NEWEST");
    assertRefused("near", parameters -> parameters.sort = "nearest");
    assertRefused("q", parameters -> parameters.q = "!?");
    assertRefused("q", parameters -> parameters.q = "a b c d e f");
    assertRefused("q", parameters -> parameters.q = "가".repeat(101));
  }

  private static void assertRefused(String field, Consumer<SearchParameters> spoil) {
    SearchParameters parameters = new SearchParameters();
    spoil.accept(parameters);
    assertThatThrownBy(parameters::search)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(CommonError.VALIDATION_FAILED);
              assertThat(refusal.violations()).extracting("field").containsExactly(field);
            });
  }
}
