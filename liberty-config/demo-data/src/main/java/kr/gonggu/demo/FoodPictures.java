package kr.gonggu.demo;

import java.awt.geom.Arc2D;
import java.util.Map;
import java.util.TreeMap;

/** What can be eaten and drunk. */
final class FoodPictures {

  private static final int LEAF = 0x4f9d5b;
  private static final int STEM = 0x7a5a3a;

  private FoodPictures() {}

  /** Each drawing by its name. */
  static Map<String, Picture> all() {
    Map<String, Picture> all = new TreeMap<>();
    all.put("tangerine", new Picture(0xfff1d6, 0xf2d3a0, FoodPictures::tangerine));
    all.put("strawberry", new Picture(0xffe3e6, 0xf5c3c8, FoodPictures::strawberry));
    all.put("pork", new Picture(0xfde9e4, 0xe9c7ad, FoodPictures::pork));
    all.put(
        "rice", new Picture(0xe9f1e3, 0xcfdcbc, pen -> sack(pen, 0xf7f2e4, 0x4f8f6a, 0xfffdf5)));
    all.put("croissant", new Picture(0xfbeedb, 0xe8cfa6, FoodPictures::croissant));
    all.put("coffee", new Picture(0xf0e4d8, 0xd2b495, FoodPictures::coffee));
    all.put("sparkling-water", new Picture(0xe0f3f6, 0xb5dde4, FoodPictures::sparklingWater));
    all.put("eggs", new Picture(0xf3efe2, 0xdbcaa4, FoodPictures::eggs));
    all.put("dumplings", new Picture(0xf4ece0, 0xd9bd93, FoodPictures::dumplings));
    all.put("avocado", new Picture(0xeaf3dc, 0xc9dba7, FoodPictures::avocado));
    all.put("potato", new Picture(0xf5ecd9, 0xd8bd8d, FoodPictures::potato));
    all.put("cabbage", new Picture(0xe6f2e2, 0xc3dbb3, FoodPictures::cabbage));
    all.put("apple", new Picture(0xfbe6dd, 0xe5c3a5, FoodPictures::apple));
    all.put("chicken", new Picture(0xfff0e0, 0xe7cba9, FoodPictures::chicken));
    all.put("mackerel", new Picture(0xdfedf5, 0xb4cfdf, FoodPictures::mackerel));
    all.put("mixed-grains", new Picture(0xf2eadc, 0xd6bf97, FoodPictures::mixedGrains));
    all.put("seaweed", new Picture(0xe4eee9, 0xb9cfc4, FoodPictures::seaweed));
    all.put("ramen", new Picture(0xffe9cf, 0xf0b98a, FoodPictures::ramen));
    all.put("soy-milk", new Picture(0xf3eddb, 0xd8cba3, FoodPictures::soyMilk));
    all.put("citron-tea", new Picture(0xfdf3cf, 0xeed68f, FoodPictures::citronTea));
    all.put("grapes", new Picture(0xecf4da, 0xcddba4, FoodPictures::grapes));
    all.put("sweet-potato", new Picture(0xf6e6ea, 0xdab7ba, FoodPictures::sweetPotato));
    all.put("tomato", new Picture(0xfde5da, 0xeab89b, FoodPictures::tomato));
    all.put("beef", new Picture(0xf6e3df, 0xcfa98f, FoodPictures::beef));
    all.put("shrimp", new Picture(0xe2f1f3, 0xb9d8db, FoodPictures::shrimp));
    all.put(
        "brown-rice",
        new Picture(0xf3ead8, 0xd5bd90, pen -> sack(pen, 0xcfa873, 0x8a5a33, 0xf3e2c4)));
    all.put("cheese", new Picture(0xfdf1d0, 0xeccb86, FoodPictures::cheese));
    all.put("cookies", new Picture(0xf7e8da, 0xdcbb98, FoodPictures::cookies));
    all.put("orange-juice", new Picture(0xffeed2, 0xf4c88b, FoodPictures::orangeJuice));
    all.put("mineral-water", new Picture(0xe1effa, 0xb3d2ea, FoodPictures::mineralWater));
    return all;
  }

  private static void mandarin(Pen pen, double x, double y, double radius) {
    pen.oval(x, y, radius, radius * .9, 0xf79a1e)
        .glint(x - radius * .38, y - radius * .4, radius * .22, radius * .13)
        .spot(x, y - radius * .78, radius * .1, radius * .05, 0xc9761a);
  }

  private static void tangerine(Pen pen) {
    pen.shadow(600, 722, 330);
    mandarin(pen, 520, 450, 108);
    mandarin(pen, 690, 445, 112);
    pen.leaf(690, 348, 105, -35, LEAF);
    mandarin(pen, 430, 520, 112);
    mandarin(pen, 605, 515, 118);
    mandarin(pen, 775, 522, 112);
    pen.leaf(605, 412, 95, 215, LEAF);
    pen.polygon(0xd9a55f, 290, 560, 910, 560, 880, 720, 320, 720)
        .label(286, 548, 628, 44, 14, 0xe8ba78)
        .label(304, 628, 592, 12, 6, 0xc08e4b)
        .label(314, 678, 572, 12, 6, 0xc08e4b);
  }

  private static void berry(Pen pen, double x, double y, double scale, double turn) {
    pen.turned(
        x,
        y,
        turn,
        scale,
        () -> {
          pen.curve(
              0xe23b4e, 0, -95, 95, -120, 130, -20, 75, 55, 45, 100, 20, 125, 0, 130, -20, 125, -45,
              100, -75, 55, -130, -20, -95, -120, 0, -95);
          for (int[] seed :
              new int[][] {
                {-50, -40},
                {0, -30},
                {50, -40},
                {-62, 5},
                {-22, 15},
                {24, 15},
                {62, 5},
                {-38, 55},
                {0, 62},
                {38, 55},
                {0, 100}
              }) {
            pen.spot(seed[0], seed[1], 5, 8, 0xffd98a);
          }
          for (int side = -2; side <= 2; side++) {
            pen.leaf(0, -95, 70, -90 + side * 48, LEAF);
          }
        });
  }

  private static void strawberry(Pen pen) {
    pen.shadow(600, 720, 340);
    berry(pen, 430, 470, 1.25, -14);
    berry(pen, 770, 470, 1.25, 14);
    berry(pen, 600, 545, 1.45, 0);
  }

  private static void pork(Pen pen) {
    pen.shadow(600, 730, 380)
        .box(220, 640, 760, 84, 40, 0xc79a6b)
        .label(244, 652, 712, 14, 7, 0xd9b083);
    for (int i = 0; i < 3; i++) {
      double y = 330 + i * 108;
      double x = 300 + i * 24;
      pen.box(x, y, 540, 92, 46, 0xf5b3ab)
          .label(x + 16, y + 22, 500, 14, 7, 0xfff1ec)
          .label(x + 30, y + 44, 470, 18, 9, 0xe58d87)
          .label(x + 44, y + 70, 440, 9, 4, 0xfff1ec);
    }
    pen.leaf(820, 640, 130, -120, LEAF).leaf(850, 645, 110, -75, 0x6cb36c);
  }

  private static void sack(Pen pen, int cloth, int band, int grain) {
    pen.shadow(600, 724, 300)
        .curve(
            cloth, 400, 330, 360, 460, 350, 620, 390, 715, 520, 735, 680, 735, 810, 715, 850, 620,
            840, 460, 800, 330, 690, 350, 510, 350, 400, 330)
        .curve(
            cloth, 430, 330, 420, 280, 440, 230, 470, 210, 560, 240, 640, 240, 730, 210, 760, 230,
            780, 280, 770, 330, 660, 345, 540, 345, 430, 330)
        .line(band, 22, 428, 332, 520, 346, 680, 346, 772, 332)
        .label(470, 440, 260, 190, 30, band);
    for (int i = 0; i < 5; i++) {
      double angle = -150 + i * 30;
      pen.turned(
          600 + 62 * Math.cos(Math.toRadians(angle)),
          560 + 80 * Math.sin(Math.toRadians(angle)),
          angle,
          1,
          () -> pen.spot(0, 0, 30, 12, grain));
    }
    pen.line(grain, 6, 600, 560, 600, 612);
    for (int i = 0; i < 9; i++) {
      pen.spot(360 + i * 58 + (i % 2) * 12, 735 + (i * 37) % 40, 16, 7, grain);
    }
  }

  private static void crescent(Pen pen, double x, double y, double scale, double turn) {
    pen.turned(
        x,
        y,
        turn,
        scale,
        () -> {
          pen.curve(
              0xd98a3a, -230, 90, -260, -60, -120, -150, 0, -150, 120, -150, 260, -60, 230, 90, 190,
              110, 160, 60, 130, 30, 70, 0, -70, 0, -130, 30, -160, 60, -190, 110, -230, 90);
          pen.stroke(0xf1b466, 16, -60, -140, -100, -100, -90, -40, -70, 8)
              .stroke(0xf1b466, 16, 60, -140, 100, -100, 90, -40, 70, 8)
              .stroke(0xf1b466, 14, -165, -95, -195, -40, -170, 20, -150, 45)
              .stroke(0xf1b466, 14, 165, -95, 195, -40, 170, 20, 150, 45);
        });
  }

  private static void croissant(Pen pen) {
    pen.shadow(600, 722, 370).oval(600, 690, 370, 52, 0xfffaf0).spot(600, 684, 300, 36, 0xf1e6d2);
    crescent(pen, 450, 560, .82, -12);
    crescent(pen, 765, 565, .82, 14);
    crescent(pen, 605, 430, .9, 0);
  }

  private static void coffee(Pen pen) {
    pen.shadow(520, 724, 220)
        .polygon(0x6b4632, 350, 330, 690, 330, 715, 720, 325, 720)
        .polygon(0x56382a, 350, 330, 520, 285, 690, 330, 520, 350)
        .label(330, 300, 380, 46, 10, 0x8a5d42)
        .label(410, 440, 220, 190, 110, 0xf3e3cd);
    bean(pen, 520, 535, 1.3, 20);
    pen.shadow(820, 730, 130)
        .box(730, 590, 170, 130, 50, 0xfffaf2)
        .ring(905, 645, 38, 0xfffaf2, 20);
    pen.oval(815, 598, 82, 20, 0x5b3a29);
    pen.stroke(0xffffff, 10, 790, 540, 760, 500, 820, 480, 790, 430)
        .stroke(0xffffff, 10, 840, 540, 810, 500, 870, 480, 840, 430);
    for (int i = 0; i < 5; i++) {
      bean(pen, 250 + i * 130, 780 + (i % 2) * 34, .6, i * 50);
    }
  }

  private static void bean(Pen pen, double x, double y, double scale, double turn) {
    pen.turned(
        x,
        y,
        turn,
        scale,
        () ->
            pen.oval(0, 0, 38, 54, 0x7b4a2e).stroke(0x4d2b1a, 8, 0, -46, 18, -16, -18, 16, 0, 46));
  }

  /** A bottle that stands on the table. */
  static void bottle(Pen pen, double x, double height, int glass, int cap, int paper) {
    double top = 715 - height;
    pen.shadow(x, 720, 90)
        .curve(
            glass, x - 28, top + 30, x - 28, top + 120, x - 82, top + 130, x - 82, top + 200,
            x - 82, 640, x - 82, 690, x - 72, 715, x - 30, 722, x + 30, 722, x + 72, 715, x + 82,
            690, x + 82, 640, x + 82, top + 200, x + 82, top + 130, x + 28, top + 120, x + 28,
            top + 30)
        .box(x - 36, top, 72, 46, 14, cap)
        .label(x - 82, top + height * .48, 164, height * .26, 0, paper)
        .glint(x - 52, top + 205, 10, 46);
  }

  private static void sparklingWater(Pen pen) {
    bottle(pen, 380, 450, 0xa9dfe0, 0x2b8f97, 0xe9fbfb);
    bottle(pen, 820, 450, 0xa9dfe0, 0x2b8f97, 0xe9fbfb);
    bottle(pen, 600, 520, 0x8fd3d6, 0x1f7a83, 0xf3ffff);
    for (int[] bubble :
        new int[][] {
          {575, 480, 10}, {620, 530, 14}, {590, 560, 8}, {630, 605, 9}, {570, 610, 12}
        }) {
      pen.ring(bubble[0], bubble[1], bubble[2], 0x4fb3ba, 5);
    }
    pen.ball(985, 660, 62, 0xb9d84c)
        .spot(985, 660, 48, 48, 0xe7f2a8)
        .line(0xb9d84c, 5, 985, 612, 985, 708)
        .line(0xb9d84c, 5, 937, 660, 1033, 660);
  }

  private static void eggs(Pen pen) {
    pen.shadow(600, 735, 410);
    for (int row = 0; row < 2; row++) {
      for (int i = 0; i < 5 - row % 2; i++) {
        double x = 320 + i * 140 + (row == 0 ? 0 : 70);
        double y = row == 0 ? 470 : 555;
        int shell = (i + row) % 3 == 0 ? 0xf6dcc0 : (i + row) % 3 == 1 ? 0xe8b98d : 0xf0cba5;
        pen.curve(
                shell, x, y - 105, x + 62, y - 105, x + 86, y, x + 76, y + 46, x + 62, y + 108,
                x - 62, y + 108, x - 76, y + 46, x - 86, y, x - 62, y - 105, x, y - 105)
            .glint(x - 26, y - 44, 14, 22);
      }
    }
    pen.polygon(0x9fa98f, 210, 590, 990, 590, 950, 730, 250, 730);
    for (int i = 0; i < 5; i++) {
      pen.solid(new Arc2D.Double(226 + i * 152, 545, 140, 110, 0, -180, Arc2D.CHORD), 0xb4bda5);
    }
  }

  private static void dumpling(Pen pen, double x, double y) {
    pen.curve(
            0xfdf3df, x - 105, y + 40, x - 120, y - 40, x - 50, y - 85, x, y - 85, x + 50, y - 85,
            x + 120, y - 40, x + 105, y + 40, x + 60, y + 62, x - 60, y + 62, x - 105, y + 40)
        .stroke(0xe0c79a, 7, x - 50, y - 62, x - 40, y - 40, x - 40, y - 20, x - 44, y)
        .stroke(0xe0c79a, 7, x, y - 72, x + 6, y - 45, x + 6, y - 25, x, y - 5)
        .stroke(0xe0c79a, 7, x + 50, y - 62, x + 46, y - 40, x + 46, y - 20, x + 40, y);
  }

  private static void dumplings(Pen pen) {
    pen.shadow(600, 735, 370);
    dumpling(pen, 500, 440);
    dumpling(pen, 705, 440);
    dumpling(pen, 405, 530);
    dumpling(pen, 600, 530);
    dumpling(pen, 800, 530);
    pen.box(250, 575, 700, 150, 40, 0xc98f51)
        .label(250, 575, 700, 34, 17, 0xdca968)
        .label(250, 655, 700, 14, 0, 0xa8713a);
    pen.stroke(0xffffff, 12, 520, 320, 480, 270, 560, 240, 520, 180)
        .stroke(0xffffff, 12, 680, 320, 640, 270, 720, 240, 680, 180);
  }

  private static void halfAvocado(Pen pen, double x, double y, double turn, boolean stone) {
    pen.turned(
        x,
        y,
        turn,
        1,
        () -> {
          pen.curve(
              0x3f6b35, 0, -230, 80, -230, 95, -110, 130, -20, 190, 130, 100, 215, 0, 215, -100,
              215, -190, 130, -130, -20, -95, -110, -80, -230, 0, -230);
          pen.curve(
              0xd9e48a, 0, -205, 62, -205, 75, -100, 108, -15, 160, 115, 85, 190, 0, 190, -85, 190,
              -160, 115, -108, -15, -75, -100, -62, -205, 0, -205);
          if (stone) {
            pen.ball(0, 75, 74, 0x8a5a36).glint(-25, 48, 16, 12);
          } else {
            pen.spot(0, 75, 70, 70, 0xbccb63);
          }
        });
  }

  private static void avocado(Pen pen) {
    pen.shadow(600, 725, 360);
    halfAvocado(pen, 440, 510, -16, false);
    halfAvocado(pen, 745, 505, 14, true);
  }

  private static void potato(Pen pen) {
    pen.shadow(600, 725, 380);
    int[][] places = {
      {450, 500, 150, 105, -12},
      {740, 490, 160, 110, 14},
      {600, 600, 190, 118, 0},
      {840, 640, 110, 78, -8},
      {350, 645, 115, 78, 10}
    };
    for (int[] place : places) {
      pen.turned(
          place[0],
          place[1],
          place[4],
          1,
          () -> {
            pen.oval(0, 0, place[2], place[3], 0xdcb272);
            for (int i = 0; i < 6; i++) {
              pen.spot(
                  -place[2] * .6 + i * place[2] * .23,
                  (i * 31 % 5 - 2) * place[3] * .2,
                  9,
                  5,
                  0xb38748);
            }
            pen.glint(-place[2] * .4, -place[3] * .5, place[2] * .16, place[3] * .1);
          });
    }
  }

  private static void cabbage(Pen pen) {
    pen.shadow(600, 730, 330);
    int[] greens = {0x5fa653, 0x7dbb62, 0x9fce7c, 0xbfe097, 0xdcefbb};
    for (int i = 0; i < greens.length; i++) {
      double wide = 300 - i * 52;
      double top = 200 + i * 34;
      pen.curve(
          greens[i],
          600 - wide * .45,
          715,
          600 - wide * 1.35,
          560,
          600 - wide,
          top,
          600 - wide * .35,
          top + 14,
          600 - wide * .15,
          top - 30,
          600 + wide * .15,
          top - 30,
          600 + wide * .35,
          top + 14,
          600 + wide,
          top,
          600 + wide * 1.35,
          560,
          600 + wide * .45,
          715);
    }
    pen.curve(
            0xfbfdf0, 555, 718, 570, 600, 590, 480, 600, 420, 610, 480, 630, 600, 645, 718, 615,
            726, 585, 726, 555, 718)
        .stroke(0xfbfdf0, 10, 575, 600, 540, 560, 520, 500, 516, 440)
        .stroke(0xfbfdf0, 10, 625, 600, 660, 560, 680, 500, 684, 440);
  }

  private static void oneApple(Pen pen, double x, double y, double radius, int rgb) {
    pen.curve(
            rgb,
            x,
            y - radius * .75,
            x + radius * .5,
            y - radius * 1.15,
            x + radius * 1.2,
            y - radius * .7,
            x + radius,
            y + radius * .1,
            x + radius * .85,
            y + radius * .8,
            x + radius * .4,
            y + radius * 1.1,
            x,
            y + radius * .92,
            x - radius * .4,
            y + radius * 1.1,
            x - radius * .85,
            y + radius * .8,
            x - radius,
            y + radius * .1,
            x - radius * 1.2,
            y - radius * .7,
            x - radius * .5,
            y - radius * 1.15,
            x,
            y - radius * .75)
        .glint(x - radius * .5, y - radius * .3, radius * .13, radius * .24)
        .line(STEM, 13, x, y - radius * .72, x + radius * .1, y - radius * 1.15)
        .leaf(x + radius * .06, y - radius, radius * .6, -25, LEAF);
  }

  private static void apple(Pen pen) {
    pen.shadow(600, 725, 380);
    oneApple(pen, 420, 560, 150, 0xd9483b);
    oneApple(pen, 790, 565, 145, 0xe36a45);
    oneApple(pen, 605, 520, 175, 0xc93434);
  }

  private static void chicken(Pen pen) {
    pen.shadow(600, 730, 380).oval(600, 660, 390, 74, 0xffffff).spot(600, 652, 320, 50, 0xeef0ec);
    for (int i = 0; i < 2; i++) {
      double x = 470 + i * 250;
      double y = 530 - i * 20;
      pen.turned(
          x,
          y,
          i == 0 ? -14 : 12,
          1,
          () ->
              pen.curve(
                      0xf6c7a9, -190, 20, -180, -110, -30, -130, 60, -100, 170, -70, 220, 10, 170,
                      60, 110, 120, -60, 120, -120, 100, -170, 85, -192, 60, -190, 20)
                  .stroke(0xfbe3d2, 14, -120, -20, -40, -60, 60, -40, 130, 0)
                  .stroke(0xfbe3d2, 12, -110, 40, -30, 10, 60, 30, 110, 55));
    }
    pen.leaf(600, 640, 120, -150, LEAF)
        .leaf(600, 640, 120, -30, 0x6cb36c)
        .ball(830, 655, 34, 0xe2513f)
        .ball(895, 662, 30, 0xe2513f);
  }

  private static void fish(Pen pen, double x, double y) {
    pen.polygon(0x4d7f9c, x + 250, y, x + 380, y - 95, x + 345, y, x + 380, y + 95)
        .curve(
            0xcfe0e8, x - 330, y + 6, x - 220, y - 130, x + 60, y - 135, x + 270, y + 6, x + 60,
            y + 135, x - 220, y + 120, x - 330, y + 6)
        .curve(
            0x3f7391, x - 322, y - 4, x - 220, y - 130, x + 60, y - 135, x + 270, y - 8, x + 160,
            y - 30, x - 120, y - 30, x - 322, y - 4);
    for (int i = 0; i < 6; i++) {
      double at = x - 160 + i * 66;
      pen.stroke(
          0x2b566f,
          10,
          at,
          y - 92 + Math.abs(2 - i) * 10,
          at + 26,
          y - 70,
          at - 6,
          y - 55,
          at + 20,
          y - 34);
    }
    pen.spot(x - 245, y - 18, 22, 22, 0xffffff)
        .spot(x - 243, y - 18, 11, 11, 0x1f2d36)
        .stroke(0x2b566f, 7, x - 190, y - 50, x - 165, y - 10, x - 165, y + 20, x - 188, y + 55)
        .curve(
            0x6f9db5, x - 90, y + 30, x - 30, y + 30, x + 10, y + 60, x + 20, y + 90, x - 30,
            y + 85, x - 70, y + 70, x - 90, y + 30);
  }

  private static void mackerel(Pen pen) {
    pen.shadow(600, 735, 420).box(190, 640, 820, 90, 34, 0xe8c48f);
    pen.turned(590, 430, -5, .95, () -> fish(pen, 0, 0));
    pen.turned(610, 590, 3, .95, () -> fish(pen, 0, 0));
  }

  private static void mixedGrains(Pen pen) {
    pen.shadow(600, 728, 320)
        .curve(
            0xf8fafb, 270, 470, 290, 640, 420, 725, 600, 725, 780, 725, 910, 640, 930, 470, 760,
            480, 440, 480, 270, 470)
        .oval(600, 470, 332, 84, 0xe4e9ec);
    int[] colours = {0xe9cf9c, 0x8b5a3c, 0xc65b3f, 0x5e4a6b, 0xf4e7c6, 0x9d8f4f};
    for (int i = 0; i < 150; i++) {
      double angle = i * 2.39996;
      double far = Math.sqrt(i / 150.0);
      int colour = colours[(i * 7 + i / 5) % colours.length];
      pen.turned(
          600 + 305 * far * Math.cos(angle),
          466 + 66 * far * Math.sin(angle),
          i * 47 % 180,
          1,
          () -> pen.spot(0, 0, 17, 11, colour));
    }
    pen.label(330, 600, 540, 16, 8, 0x6aa0a8);
  }

  private static void seaweed(Pen pen) {
    pen.shadow(600, 735, 330);
    for (int i = 0; i < 7; i++) {
      pen.turned(
          600 + (i % 2) * 12 - 6,
          690 - i * 26,
          (i % 3 - 1) * 2.5,
          1,
          () -> pen.polygon(0x24473a, -300, 0, 240, -150, 310, -128, -220, 34));
    }
    pen.turned(
        600,
        480,
        -3,
        1,
        () -> {
          pen.polygon(0x2f5b49, -310, 40, 210, -150, 320, -60, -190, 130);
          for (int i = 0; i < 26; i++) {
            double across = (i % 7) / 7.0;
            double along = (i / 7 + .5) / 4.5;
            pen.spot(
                -280 + across * 500 + along * 110,
                40 - across * 180 + along * 80,
                14 + i % 3 * 5,
                5,
                0x44745f);
          }
        });
  }

  private static void ramen(Pen pen) {
    pen.shadow(600, 728, 300)
        .line(0x9b6a3d, 16, 760, 470, 960, 180)
        .line(0x9b6a3d, 16, 800, 475, 1010, 205)
        .curve(
            0xd8402f, 280, 470, 300, 630, 430, 722, 600, 722, 770, 722, 900, 630, 920, 470, 760,
            490, 440, 490, 280, 470)
        .oval(600, 470, 322, 86, 0xf7f2ea)
        .oval(600, 472, 290, 68, 0xe07b39);
    for (int i = 0; i < 6; i++) {
      double y = 440 + i * 12;
      pen.stroke(0xfbdf8f, 12, 390 + i * 8, y, 470, y - 34, 560, y + 34, 660, y - 8);
    }
    pen.oval(735, 462, 72, 44, 0xffffff).spot(740, 460, 36, 24, 0xf6b23c);
    for (int i = 0; i < 7; i++) {
      pen.spot(450 + i * 42, 500 - (i * 29) % 50, 12, 8, LEAF);
    }
    pen.label(330, 590, 540, 18, 9, 0xf7c9a8);
    pen.stroke(0xffffff, 12, 480, 340, 440, 290, 520, 250, 480, 190)
        .stroke(0xffffff, 12, 620, 330, 580, 280, 660, 240, 620, 180);
  }

  /** A carton that stands on the table. */
  private static void carton(Pen pen, double x, double y, int paper, int band) {
    pen.shadow(x, y + 4, 100)
        .box(x - 82, y - 290, 164, 290, 10, paper)
        .polygon(paper, x - 82, y - 290, x - 50, y - 340, x + 50, y - 340, x + 82, y - 290)
        .label(x - 82, y - 170, 164, 110, 0, band)
        .line(0xffffff, 12, x + 20, y - 330, x + 44, y - 420, x + 80, y - 440);
  }

  private static void soyMilk(Pen pen) {
    carton(pen, 400, 712, 0xfaf4e2, 0x9a7b4f);
    carton(pen, 800, 712, 0xfaf4e2, 0x9a7b4f);
    carton(pen, 600, 725, 0xfffdf6, 0x6d8f4e);
    for (int[] bean : new int[][] {{560, 600}, {600, 585}, {640, 602}, {582, 628}, {622, 630}}) {
      pen.spot(bean[0], bean[1], 19, 15, 0xf3d88f);
    }
    for (int i = 0; i < 6; i++) {
      pen.oval(260 + i * 140, 790 + (i % 2) * 28, 24, 19, 0xe9cb82);
    }
  }

  private static void citronTea(Pen pen) {
    pen.shadow(480, 726, 190)
        .box(320, 340, 320, 380, 70, 0xf6c544)
        .box(350, 270, 260, 84, 20, 0xb5793a)
        .label(320, 470, 320, 150, 0, 0xfffbe9)
        .glint(352, 430, 10, 60);
    slice(pen, 480, 545, 56, 0xf0b429, 0xfde38a);
    slice(pen, 770, 610, 110, 0xf2b632, 0xfdea9f);
    pen.ball(925, 640, 84, 0xf3bd37).glint(895, 605, 20, 14).leaf(925, 560, 90, -40, LEAF);
    slice(pen, 880, 760, 60, 0xf2b632, 0xfdea9f);
  }

  private static void slice(Pen pen, double x, double y, double radius, int peel, int flesh) {
    pen.ball(x, y, radius, peel)
        .spot(x, y, radius * .86, radius * .86, 0xfffdf0)
        .spot(x, y, radius * .78, radius * .78, flesh);
    for (int i = 0; i < 4; i++) {
      double angle = Math.PI * i / 4;
      pen.line(
          0xfffdf0,
          radius * .07,
          x - radius * .76 * Math.cos(angle),
          y - radius * .76 * Math.sin(angle),
          x + radius * .76 * Math.cos(angle),
          y + radius * .76 * Math.sin(angle));
    }
  }

  private static void grapes(Pen pen) {
    pen.shadow(600, 728, 230)
        .line(STEM, 18, 600, 290, 612, 180)
        .leaf(606, 230, 190, -20, LEAF)
        .leaf(600, 240, 150, 195, 0x6cb36c);
    int[] counts = {5, 6, 5, 4, 3, 2, 1};
    for (int row = 0; row < counts.length; row++) {
      for (int i = 0; i < counts[row]; i++) {
        double x = 600 + (i - (counts[row] - 1) / 2.0) * 84;
        double y = 310 + row * 62;
        pen.oval(x, y, 50, 52, (i + row) % 2 == 0 ? 0xa9c94f : 0xbad661)
            .glint(x - 16, y - 20, 10, 8);
      }
    }
  }

  private static void sweetPotato(Pen pen) {
    pen.shadow(600, 728, 390);
    for (int i = 0; i < 2; i++) {
      pen.turned(
          470 + i * 270,
          470 + i * 26,
          i == 0 ? -10 : 9,
          1,
          () ->
              pen.curve(
                      0xa9476a, -230, 40, -170, -70, 40, -120, 150, -60, 220, -20, 250, 20, 240, 40,
                      180, 80, 60, 110, -60, 100, -150, 90, -210, 60, -230, 40)
                  .line(0x883453, 7, -90, -30, -50, -34)
                  .line(0x883453, 7, 40, 20, 90, 14)
                  .line(0x883453, 7, 90, -30, 130, -26));
    }
    pen.turned(
        600,
        630,
        3,
        1,
        () ->
            pen.curve(
                    0xa9476a, -250, 20, -190, -100, 60, -130, 170, -70, 240, -30, 270, 20, 255, 42,
                    190, 90, 60, 120, -70, 110, -160, 100, -230, 70, -250, 20)
                .curve(
                    0xf6c250, -70, -84, 40, -120, 150, -80, 245, 20, 190, 74, 60, 102, -64, 94, -20,
                    30, -30, -40, -70, -84)
                .glint(90, -20, 60, 18));
    pen.stroke(0xffffff, 12, 700, 400, 660, 350, 740, 310, 700, 250);
  }

  private static void tomato(Pen pen) {
    pen.shadow(600, 726, 400);
    int[][] fruits = {{400, 560, 150}, {800, 560, 150}, {600, 520, 180}};
    for (int[] fruit : fruits) {
      double x = fruit[0];
      double y = fruit[1];
      double r = fruit[2];
      pen.oval(x, y, r, r * .88, 0xe2452f).glint(x - r * .45, y - r * .35, r * .16, r * .12);
      for (int i = 0; i < 5; i++) {
        pen.leaf(x, y - r * .7, r * .5, -160 + i * 36 + (i > 2 ? 16 : 0), LEAF);
      }
      pen.line(0x3f7d4a, 12, x, y - r * .7, x + 8, y - r * .98);
    }
  }

  private static void beef(Pen pen) {
    pen.shadow(600, 735, 400)
        .box(200, 640, 800, 88, 36, 0x9c6b43)
        .label(226, 654, 748, 14, 7, 0xb58256);
    pen.curve(
            0xfbe9dc, 300, 560, 280, 400, 420, 300, 580, 310, 760, 320, 920, 400, 910, 540, 900,
            640, 760, 660, 600, 650, 450, 655, 320, 650, 300, 560)
        .curve(
            0xc23f43, 340, 550, 330, 430, 440, 345, 580, 350, 740, 355, 870, 430, 866, 530, 858,
            606, 740, 622, 600, 614, 460, 620, 350, 615, 340, 550)
        .stroke(0xf7cfc4, 12, 430, 440, 500, 420, 520, 480, 600, 450)
        .stroke(0xf7cfc4, 10, 640, 410, 700, 430, 720, 490, 800, 470)
        .stroke(0xf7cfc4, 10, 420, 550, 500, 520, 560, 570, 640, 540)
        .stroke(0xf7cfc4, 9, 680, 560, 730, 540, 760, 580, 810, 545)
        .ball(410, 490, 34, 0xfff6ec)
        .leaf(900, 650, 130, -105, LEAF)
        .leaf(910, 655, 100, -60, 0x6cb36c);
  }

  private static void oneShrimp(Pen pen, double x, double y, double turn) {
    pen.turned(
        x,
        y,
        turn,
        1,
        () -> {
          pen.stroke(0xf08a66, 6, -140, 60, -240, 40, -260, -40, -220, -110)
              .stroke(0xf08a66, 6, -140, 70, -250, 90, -300, 30, -290, -40);
          pen.polygon(0xe56f4d, 160, 60, 250, 20, 235, 90, 260, 140, 165, 110);
          int[] reds = {0xf59b78, 0xf3906b, 0xf59b78, 0xf3906b, 0xf59b78};
          for (int i = 0; i < 5; i++) {
            double angle = Math.toRadians(205 + i * 32);
            pen.oval(
                20 + 150 * Math.cos(angle),
                75 + 120 * Math.sin(angle),
                66 - i * 5,
                60 - i * 5,
                reds[i]);
          }
          pen.spot(-165, 10, 10, 10, 0x2a2a2a);
          for (int i = 0; i < 4; i++) {
            pen.line(0xf08a66, 7, -60 + i * 50, 20 - i % 2 * 8, -66 + i * 50, 84);
          }
        });
  }

  private static void shrimp(Pen pen) {
    pen.shadow(600, 735, 400).oval(600, 650, 410, 88, 0xffffff).spot(600, 642, 340, 62, 0xe6eff1);
    oneShrimp(pen, 480, 440, -6);
    oneShrimp(pen, 760, 520, 8);
    slice(pen, 350, 630, 66, 0xe9d14a, 0xf9efa0);
    pen.leaf(880, 660, 90, -30, LEAF);
  }

  private static void cheese(Pen pen) {
    pen.shadow(600, 732, 380)
        .polygon(0xf9cf5a, 250, 560, 830, 340, 960, 480, 960, 540, 250, 610)
        .polygon(0xf2b93c, 250, 590, 960, 530, 960, 715, 250, 715)
        .oval(420, 655, 48, 40, 0xd99a27)
        .oval(600, 620, 34, 28, 0xd99a27)
        .oval(760, 665, 56, 44, 0xd99a27)
        .oval(890, 590, 26, 22, 0xd99a27)
        .oval(640, 500, 50, 24, 0xe0a833)
        .oval(800, 440, 38, 20, 0xe0a833)
        .oval(470, 548, 34, 14, 0xe0a833);
    for (int i = 0; i < 14; i++) {
      pen.line(0xfbe6a4, 9, 300 + i * 48, 770 + (i * 23) % 50, 330 + i * 48, 762 + (i * 31) % 56);
    }
  }

  private static void cookie(Pen pen, double x, double y, double radius) {
    pen.ball(x, y, radius, 0xd89a56);
    for (int i = 0; i < 9; i++) {
      double angle = i * 2.4;
      double far = radius * (.2 + .06 * i);
      pen.oval(
          x + far * Math.cos(angle),
          y + far * Math.sin(angle),
          radius * .11,
          radius * .1,
          0x5b3523);
    }
  }

  private static void cookies(Pen pen) {
    pen.shadow(600, 735, 370);
    cookie(pen, 430, 440, 116);
    cookie(pen, 620, 390, 126);
    cookie(pen, 800, 450, 112);
    cookie(pen, 520, 530, 112);
    cookie(pen, 715, 535, 116);
    pen.polygon(0xe7737f, 270, 560, 930, 560, 900, 725, 300, 725)
        .label(560, 560, 80, 165, 0, 0xfff0e6)
        .curve(0xfff0e6, 600, 560, 540, 490, 470, 500, 480, 550, 490, 590, 560, 580, 600, 560)
        .curve(0xfff0e6, 600, 560, 660, 490, 730, 500, 720, 550, 710, 590, 640, 580, 600, 560);
  }

  private static void orangeJuice(Pen pen) {
    bottle(pen, 420, 440, 0xf7941d, 0xffffff, 0xffe3ad);
    bottle(pen, 620, 490, 0xf9a62b, 0x3f8f4f, 0xfff3d6);
    slice(pen, 620, 545, 54, 0xf28a1c, 0xfbc263);
    slice(pen, 840, 600, 116, 0xf28a1c, 0xfbb653);
    pen.leaf(900, 500, 110, -35, LEAF);
  }

  private static void mineralWater(Pen pen) {
    bottle(pen, 360, 480, 0xbfdff5, 0x3478b8, 0xd7ecfa);
    bottle(pen, 840, 480, 0xbfdff5, 0x3478b8, 0xd7ecfa);
    bottle(pen, 520, 540, 0xaad3f0, 0x2a68a6, 0xcfe7f8);
    bottle(pen, 690, 540, 0xaad3f0, 0x2a68a6, 0xcfe7f8);
    pen.polygon(0x7fb2d9, 455, 600, 520, 500, 585, 600)
        .polygon(0x7fb2d9, 625, 600, 690, 500, 755, 600)
        .polygon(0xffffff, 498, 534, 520, 500, 542, 534)
        .polygon(0xffffff, 668, 534, 690, 500, 712, 534);
  }
}
