package kr.gonggu.benchmark;

import java.util.List;

/**
 * What neighbours share.
 *
 * @param name a compound word
 * @param piece a part inside that word, for which somebody searches
 * @param category of the deal service
 */
record Goods(String name, String piece, String category) {

  static final List<Goods> ALL =
      List.of(
          new Goods("제주감귤", "감귤", "PRODUCE"),
          new Goods("해남고구마", "고구마", "PRODUCE"),
          new Goods("성주참외", "참외", "PRODUCE"),
          new Goods("나주햇배", "햇배", "PRODUCE"),
          new Goods("대관령감자", "감자", "PRODUCE"),
          new Goods("한돈삼겹살", "삼겹", "MEAT_SEAFOOD"),
          new Goods("완도전복", "전복", "MEAT_SEAFOOD"),
          new Goods("통영생굴", "생굴", "MEAT_SEAFOOD"),
          new Goods("이천햅쌀", "햅쌀", "GRAIN"),
          new Goods("철원오대쌀", "오대", "GRAIN"),
          new Goods("국산찰현미", "현미", "GRAIN"),
          new Goods("수제손만두", "만두", "PROCESSED_FOOD"),
          new Goods("구운아몬드", "아몬드", "PROCESSED_FOOD"),
          new Goods("전주비빔면", "비빔", "PROCESSED_FOOD"),
          new Goods("핸드드립원두", "원두", "BEVERAGE"),
          new Goods("무라벨생수", "생수", "BEVERAGE"),
          new Goods("삼겹두루마리휴지", "휴지", "HOUSEHOLD"),
          new Goods("대용량세탁세제", "세제", "HOUSEHOLD"),
          new Goods("스텐프라이팬", "프라이", "KITCHEN"),
          new Goods("유기농면기저귀", "기저귀", "BABY"),
          new Goods("연어고양이사료", "사료", "PET"),
          new Goods("겨울수면양말", "양말", "FASHION"),
          new Goods("알칼리건전지", "건전지", "ELECTRONICS"),
          new Goods("천연손비누", "비누", "BEAUTY"));

  static Goods of(int number) {
    return ALL.get(Math.floorMod(number, ALL.size()));
  }
}
