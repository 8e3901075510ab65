package kr.gonggu.deal.domain;

/** What kind of goods a deal is about. Constants are the contract's ids and never renamed. */
public enum Category {
  PRODUCE("과일·채소", "Fruit & vegetables"),
  MEAT_SEAFOOD("정육·수산", "Meat & seafood"),
  GRAIN("쌀·잡곡", "Rice & grains"),
  PROCESSED_FOOD("가공식품·간식", "Packaged food & snacks"),
  BEVERAGE("음료·커피", "Drinks & coffee"),
  HOUSEHOLD("생활용품", "Household"),
  KITCHEN("주방용품", "Kitchen"),
  BEAUTY("뷰티·위생", "Beauty & hygiene"),
  BABY("육아·아동", "Baby & children"),
  PET("반려동물", "Pets"),
  FASHION("의류·잡화", "Clothing & accessories"),
  ELECTRONICS("가전·디지털", "Electronics"),
  OTHER("기타", "Other");

  private final String korean;
  private final String english;

  Category(String korean, String english) {
    this.korean = korean;
    this.english = english;
  }

  /** Name for people, in Korean. */
  public String korean() {
    return korean;
  }

  /** Name for people, in English. */
  public String english() {
    return english;
  }
}
