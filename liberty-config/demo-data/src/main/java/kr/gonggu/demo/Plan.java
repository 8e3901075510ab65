package kr.gonggu.demo;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Everything that is to be made; the same at every start, so that an interrupted start can be
 * completed.
 *
 * @param residents thirty people
 * @param deals sixty deals
 * @param payments what participants have paid to hosts
 */
record Plan(List<Resident> residents, List<DealPlan> deals, List<Payment> payments) {

  /** What a sandbox bank account begins with, in won. */
  static final long BANK = 100_000;

  private static final long ROUND = 10_000;

  /**
   * A participant pays its shares.
   *
   * @param amount won
   */
  record Payment(Resident from, DealPlan deal, long amount, String memo) {}

  /** Reads and completes the plan. */
  static Plan read() {
    List<Resident> residents = new ArrayList<>();
    List<DealPlan> deals = new ArrayList<>();
    for (Neighbourhood neighbourhood : Neighbourhood.values()) {
      List<Resident> neighbours = Resident.of(neighbourhood);
      residents.addAll(neighbours);
      for (JsonObject deal : objects(neighbourhood).getValuesAs(JsonObject.class)) {
        deals.add(deal(deal, deals.size(), neighbourhood, neighbours));
      }
    }
    return new Plan(residents, deals, payments(deals));
  }

  private static JsonArray objects(Neighbourhood neighbourhood) {
    String name = "deals-%s.json".formatted(neighbourhood.name().toLowerCase(Locale.ROOT));
    try (InputStream in = Plan.class.getResourceAsStream(name);
        JsonReader reader = Json.createReader(in)) {
      return reader.readArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DealPlan deal(
      JsonObject deal, int number, Neighbourhood neighbourhood, List<Resident> neighbours) {
    int host = deal.getInt("host");
    List<DealPlan.Join> joins = new ArrayList<>();
    int next = host + number;
    for (JsonNumber quantity : deal.getJsonArray("joins").getValuesAs(JsonNumber.class)) {
      next++;
      if (next % neighbours.size() == host) {
        next++;
      }
      joins.add(new DealPlan.Join(neighbours.get(next % neighbours.size()), quantity.intValue()));
    }
    List<DealPlan.Line> talk = new ArrayList<>();
    for (JsonString line : deal.getJsonArray("talk").getValuesAs(JsonString.class)) {
      String[] parts = line.getString().split(": ", 2);
      int speaker = Integer.parseInt(parts[0]);
      talk.add(
          new DealPlan.Line(
              speaker == 0 ? neighbours.get(host) : joins.get(speaker - 1).member(), parts[1]));
    }
    return new DealPlan(
        deal.getString("picture"),
        neighbours.get(host),
        neighbourhood.places().get(number % neighbourhood.places().size()),
        deal.getString("category"),
        deal.getString("title"),
        deal.getString("description"),
        deal.getJsonNumber("price").longValueExact(),
        deal.getInt("shares"),
        deal.getInt("hostShares"),
        deal.getString("unit"),
        deal.getJsonNumber("unitQuantity").bigDecimalValue(),
        DealPlan.State.valueOf(deal.getString("state")),
        deal.getInt("hours"),
        deal.getJsonArray("keywords").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList(),
        joins,
        deal.getString("note", null),
        talk);
  }

  /**
   * Everybody pays what is due as far as the play money goes; in a full deal the last has not yet.
   */
  private static List<Payment> payments(List<DealPlan> deals) {
    List<Payment> payments = new ArrayList<>();
    Map<Resident, Long> spent = new LinkedHashMap<>();
    for (DealPlan deal : deals) {
      List<DealPlan.Join> paying =
          deal.state() == DealPlan.State.FULL
              ? deal.joins().subList(0, deal.joins().size() - 1)
              : deal.state().filled() ? deal.joins() : List.of();
      for (DealPlan.Join join : paying) {
        long amount = deal.pricePerShare() * join.quantity();
        long sum = spent.merge(join.member(), amount, Long::sum);
        if (sum > BANK - ROUND) {
          spent.merge(join.member(), -amount, Long::sum);
        } else {
          payments.add(new Payment(join.member(), deal, amount, deal.memo(join.quantity())));
        }
      }
    }
    return payments;
  }

  /** What somebody brings from the bank into the wallet: what will be paid, and a little more. */
  long charge(Resident resident) {
    long paid =
        payments.stream()
            .filter(payment -> payment.from().equals(resident))
            .mapToLong(Payment::amount)
            .sum();
    return Math.min(BANK, (paid / ROUND + 1 + resident.nickname().length() % 3) * ROUND);
  }
}
