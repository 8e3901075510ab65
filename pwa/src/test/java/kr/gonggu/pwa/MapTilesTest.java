package kr.gonggu.pwa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may say about the maps, and what that lets a browser do. */
class MapTilesTest {

  @ParameterizedTest
  @CsvSource({
    "https://tiles.example/{z}/{x}/{y}.png, https://tiles.example/",
    "https://tiles.example:8443/seoul/v2/{z}/{x}/{y}{r}.png?style=calm,"
        + " https://tiles.example:8443/seoul/v2/",
    "http://10.0.0.7/t-{z}/{x}/{y}, http://10.0.0.7/",
  })
  void aBrowserMayLoadFromTheTilesFolderOnly(String address, String source) {
    assertThat(tiles(address).source()).contains(source);
  }

  @Test
  void tilesOfTheMarketsOwnOriginNeedNoPermission() {
    MapTiles tiles = tiles("/tiles/{z}/{x}/{y}.png");

    assertThat(tiles.source()).isEmpty();
    assertThat(json(tiles)).contains("\"tiles\":\"/tiles/{z}/{x}/{y}.png\"");
  }

  @Test
  void withoutTilesNothingIsAllowedAndNobodyIsCredited() {
    MapTiles tiles = tiles("off");

    assertThat(tiles.source()).isEmpty();
    assertThat(json(tiles))
        .isEqualTo("{\"map\":{\"tiles\":\"\",\"credit\":\"\",\"creditLink\":\"\"}}");
  }

  @Test
  void othersTilesAreNotCreditedToOpenStreetMap() {
    MapTiles tiles =
        MapTiles.of(
            Map.of(
                "GONGGU_MAP_TILES", "https://tiles.example/{z}/{x}/{y}.png",
                "GONGGU_MAP_CREDIT", "지도 \"이웃\""));

    assertThat(json(tiles))
        .contains("\"credit\":\"지도 \\\"이웃\\\"\"")
        .doesNotContain("openstreetmap");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://tiles.example/",
        "tiles.example/{z}/{x}/{y}.png",
        "//tiles.example/{z}/{x}/{y}.png",
        "javascript:alert(1)/{z}/{x}/{y}",
        "https://tiles.example; script-src */{z}/{x}/{y}",
        "https://tiles.example/{z}/{x}/{y}.png\"}",
        "https://*.example/{z}/{x}/{y}.png",
        "https://tiles.example/{z}/{x}/{y} 'unsafe-inline'"
      })
  void whatIsNoAddressOfTilesIsRefusedAtTheStart(String address) {
    assertThatThrownBy(() -> tiles(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GONGGU_MAP_TILES");
  }

  private static MapTiles tiles(String address) {
    return MapTiles.of(Map.of("GONGGU_MAP_TILES", address));
  }

  private static String json(MapTiles tiles) {
    return new String(tiles.json(), StandardCharsets.UTF_8);
  }
}
