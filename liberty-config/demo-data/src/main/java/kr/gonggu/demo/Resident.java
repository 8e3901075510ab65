package kr.gonggu.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Somebody who lives in a neighbourhood.
 *
 * @param nickname how neighbours call them
 * @param email at a domain that can never exist (RFC 6761, section 6.5)
 * @param home where deals are looked for around
 * @param radiusMeters how far
 * @param keywords to be alerted for
 */
record Resident(
    String nickname,
    String email,
    Neighbourhood neighbourhood,
    Neighbourhood.Place home,
    int radiusMeters,
    List<String> keywords) {

  private static final List<String> WISHES =
      List.of("귤", "쌀", "커피", "기저귀", "고양이", "라면", "사과", "화장지", "딸기", "캠핑");
  private static final int[] RADII = {1_500, 2_000, 3_000};

  /** The people of a neighbourhood, always the same. */
  static List<Resident> of(Neighbourhood neighbourhood) {
    List<Resident> residents = new ArrayList<>();
    for (String nickname : neighbourhood.nicknames()) {
      int number = residents.size();
      Neighbourhood.Place near = neighbourhood.places().get(number % neighbourhood.places().size());
      // Up to some 300 m from a place that everybody knows.
      double angle = number * 2.4;
      residents.add(
          new Resident(
              nickname,
              "%s%d@demo.invalid"
                  .formatted(neighbourhood.name().toLowerCase(Locale.ROOT), number + 1),
              neighbourhood,
              new Neighbourhood.Place(
                  near.latitude() + .0024 * Math.sin(angle),
                  near.longitude() + .0030 * Math.cos(angle),
                  neighbourhood.label()),
              RADII[number % RADII.length],
              number % 2 == 0 ? List.of(WISHES.get(number), WISHES.get(number + 1)) : List.of()));
    }
    return residents;
  }
}
