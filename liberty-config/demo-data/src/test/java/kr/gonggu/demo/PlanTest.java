package kr.gonggu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plan against the rules of the contract, so that no market refuses it half-way. */
class PlanTest {

  private static final Set<String> CATEGORIES =
      Set.of(
          "PRODUCE",
          "MEAT_SEAFOOD",
          "GRAIN",
          "PROCESSED_FOOD",
          "BEVERAGE",
          "HOUSEHOLD",
          "KITCHEN",
          "BEAUTY",
          "BABY",
          "PET",
          "FASHION",
          "ELECTRONICS",
          "OTHER");

  private final Plan plan = Plan.read();

  @Test
  void thirtyPeopleLiveInThreeNeighbourhoods() {
    assertThat(plan.residents()).hasSize(30);
    assertThat(plan.residents().stream().collect(Collectors.groupingBy(Resident::neighbourhood)))
        .hasSize(3)
        .allSatisfy((neighbourhood, people) -> assertThat(people).hasSize(10));
    assertThat(plan.residents()).extracting(Resident::nickname).doesNotHaveDuplicates();
    assertThat(plan.residents()).extracting(Resident::email).doesNotHaveDuplicates();
    assertThat(plan.residents())
        .allSatisfy(
            resident -> {
              assertThat(resident.nickname()).matches("[가-힣A-Za-z0-9_.]{2,20}");
              assertThat(resident.radiusMeters()).isBetween(500, 20_000);
              assertThat(resident.keywords()).hasSizeLessThanOrEqualTo(20);
            });
  }

  @Test
  void everybodyLivesAndMeetsInSeoul() {
    List<Neighbourhood.Place> places =
        Stream.concat(
                plan.residents().stream().map(Resident::home),
                plan.deals().stream().map(DealPlan::pickup))
            .toList();
    assertThat(places)
        .allSatisfy(
            place -> {
              assertThat(place.latitude()).isBetween(37.42, 37.70);
              assertThat(place.longitude()).isBetween(126.76, 127.19);
              assertThat(place.label()).isNotBlank().hasSizeLessThanOrEqualTo(60);
            });
  }

  @Test
  void sixtyDealsCoverEveryCategoryAndEveryState() {
    assertThat(plan.deals()).hasSize(60);
    assertThat(plan.deals().stream().map(DealPlan::category).collect(Collectors.toSet()))
        .isEqualTo(CATEGORIES);
    assertThat(plan.deals()).extracting(DealPlan::state).contains(DealPlan.State.values());
    assertThat(plan.deals()).extracting(DealPlan::title).doesNotHaveDuplicates();
  }

  @Test
  void everyDealHasAPictureOfItsOwn() {
    assertThat(plan.deals())
        .extracting(DealPlan::picture)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(Pictures.names());
  }

  @Test
  void textsFitTheContract() {
    assertThat(plan.deals())
        .allSatisfy(
            deal -> {
              assertThat(deal.title()).isNotBlank().hasSizeLessThanOrEqualTo(100);
              assertThat(deal.description()).isNotBlank().hasSizeLessThanOrEqualTo(5_000);
              assertThat(deal.unit()).isNotBlank().hasSizeLessThanOrEqualTo(20);
              assertThat(deal.unitQuantity()).isPositive();
              assertThat(deal.keywords())
                  .hasSizeBetween(1, 10)
                  .allSatisfy(word -> assertThat(word).isNotBlank().hasSizeLessThanOrEqualTo(20));
              assertThat(deal.talk())
                  .allSatisfy(line -> assertThat(line.text()).isNotBlank().hasSizeLessThan(2_000));
              assertThat(deal.memo(9)).hasSizeLessThanOrEqualTo(100);
              assertThat(deal.note() == null).isEqualTo(deal.state() != DealPlan.State.CANCELLED);
            });
  }

  @Test
  void pricesDivideToTheHundredWon() {
    assertThat(plan.deals())
        .allSatisfy(
            deal -> {
              assertThat(deal.shares()).isBetween(2, 1_000);
              assertThat(deal.totalPrice() % deal.shares()).isZero();
              assertThat(deal.pricePerShare() % 100).isZero();
            });
  }

  @Test
  void onlyNeighboursJoinOnceEachAndNeverTheHost() {
    assertThat(plan.deals())
        .allSatisfy(
            deal -> {
              Set<Resident> members = new HashSet<>(Set.of(deal.host()));
              assertThat(deal.joins())
                  .isNotEmpty()
                  .allSatisfy(
                      join -> {
                        assertThat(members.add(join.member())).isTrue();
                        assertThat(join.member().neighbourhood())
                            .isEqualTo(deal.host().neighbourhood());
                        assertThat(join.quantity()).isPositive();
                      });
            });
  }

  @Test
  void dealsAreFullWhenTheirStateSaysSo() {
    assertThat(plan.deals())
        .allSatisfy(
            deal -> {
              int taken =
                  deal.hostShares() + deal.joins().stream().mapToInt(DealPlan.Join::quantity).sum();
              assertThat(deal.hostShares()).isLessThan(deal.shares());
              if (deal.state().filled()) {
                assertThat(taken).isEqualTo(deal.shares());
              } else {
                assertThat(taken).isLessThan(deal.shares());
              }
            });
  }

  @Test
  void deadlinesLieAheadAtTimesThatPeopleChoose() {
    Instant now = Instant.parse("2026-11-23T05:00:00Z");
    assertThat(plan.deals())
        .allSatisfy(
            deal -> {
              Duration left = Duration.between(now, deal.deadline(now));
              if (deal.state() == DealPlan.State.EXPIRED) {
                assertThat(left).isLessThan(Duration.ofSeconds(60));
              } else {
                assertThat(left).isBetween(Duration.ofHours(1), Duration.ofDays(30));
                assertThat(deal.deadline(now).getEpochSecond() % 1_800).isZero();
              }
            });
  }

  @Test
  void nobodyPaysMoreThanTheSandboxBankGives() {
    Map<Resident, Long> wallets = new HashMap<>();
    plan.residents().forEach(resident -> wallets.put(resident, plan.charge(resident)));
    assertThat(wallets.values()).allSatisfy(won -> assertThat(won).isBetween(1L, Plan.BANK));
    plan.payments().forEach(payment -> wallets.merge(payment.from(), -payment.amount(), Long::sum));
    assertThat(wallets.values()).allSatisfy(won -> assertThat(won).isNotNegative());
    assertThat(plan.payments()).hasSizeGreaterThan(30);
  }

  @Test
  void theDemoAccountsAreOneInEachNeighbourhoodAndHaveDealsOfTheirOwn() {
    assertThat(DemoData.accounts())
        .hasSize(3)
        .allSatisfy(
            nickname ->
                assertThat(plan.deals())
                    .extracting(deal -> deal.host().nickname())
                    .contains(nickname));
  }
}
