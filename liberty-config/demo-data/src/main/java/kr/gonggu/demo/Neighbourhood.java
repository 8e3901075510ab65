package kr.gonggu.demo;

import java.util.List;

/** A neighbourhood of Seoul with places that are there. Coordinates are WGS 84 degrees. */
enum Neighbourhood {
  SEOGYO(
      "마포구 서교동",
      List.of(
          new Place(37.5572, 126.9245, "홍대입구역 3번 출구"),
          new Place(37.5496, 126.9139, "합정역 5번 출구 앞"),
          new Place(37.5560, 126.9100, "망원역 2번 출구"),
          new Place(37.5553, 126.9277, "경의선 책거리 입구"),
          new Place(37.5477, 126.9229, "상수역 1번 출구")),
      List.of(
          "서교동보리", "연남라떼", "합정빵지기", "초록대문집", "홍대토박이", "망원장바구니", "책거리산책", "자취삼년차", "고양이집사", "반찬요정")),
  BONGCHEON(
      "관악구 봉천동",
      List.of(
          new Place(37.4812, 126.9527, "서울대입구역 3번 출구"),
          new Place(37.4824, 126.9416, "봉천역 4번 출구"),
          new Place(37.4769, 126.9636, "낙성대역 4번 출구"),
          new Place(37.4784, 126.9516, "관악구청 정문")),
      List.of(
          "샤로수길", "봉천동두부", "관악산다람쥐", "낙성대별빛", "언덕위하얀집", "쌍둥이엄마", "새벽장보기", "은천할머니", "고시촌요리사",
          "까치고개")),
  JAMSIL(
      "송파구 잠실동",
      List.of(
          new Place(37.5133, 127.1001, "잠실역 3번 출구"),
          new Place(37.5116, 127.0863, "잠실새내역 4번 출구"),
          new Place(37.5110, 127.0738, "종합운동장역 6번 출구"),
          new Place(37.5094, 127.0990, "석촌호수 서호 산책로 입구")),
      List.of(
          "잠실나루", "호수한바퀴", "세쌍둥이네", "새내역맛집러", "캠핑가자", "종이접기아빠", "야구장옆집", "느티나무그늘", "알뜰살림", "매일커피"));

  /**
   * Where people meet.
   *
   * @param label for people
   */
  record Place(double latitude, double longitude, String label) {}

  private final String label;
  private final List<Place> places;
  private final List<String> nicknames;

  Neighbourhood(String label, List<Place> places, List<String> nicknames) {
    this.label = label;
    this.places = places;
    this.nicknames = nicknames;
  }

  String label() {
    return label;
  }

  List<Place> places() {
    return places;
  }

  /** Who lives there; the first is shown as a demo account. */
  List<String> nicknames() {
    return nicknames;
  }
}
