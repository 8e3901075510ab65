package kr.gonggu.demo;

import java.util.Map;
import java.util.TreeMap;

/** What is used, worn and played with. */
final class HousePictures {

  private static final int LEAF = 0x4f9d5b;

  private HousePictures() {}

  /** Each drawing by its name. */
  static Map<String, Picture> all() {
    Map<String, Picture> all = new TreeMap<>();
    all.put("toilet-paper", new Picture(0xe9eef5, 0xc4d0de, HousePictures::toiletPaper));
    all.put("glass-containers", new Picture(0xe2f2ee, 0xb5d8cf, HousePictures::glassContainers));
    all.put("sheet-mask", new Picture(0xe5f3ea, 0xbfdcc9, HousePictures::sheetMask));
    all.put("sunscreen", new Picture(0xfff3d3, 0xf4d998, HousePictures::sunscreen));
    all.put("cat-litter", new Picture(0xefe9f6, 0xcfc3df, HousePictures::catLitter));
    all.put("socks", new Picture(0xfdebe3, 0xecc6b3, HousePictures::socks));
    all.put("batteries", new Picture(0xe6ecf0, 0xbccad4, HousePictures::batteries));
    all.put("houseplant", new Picture(0xe5f1e4, 0xc6d8bd, HousePictures::houseplant));
    all.put("diapers", new Picture(0xe3f1fb, 0xbddaee, HousePictures::diapers));
    all.put("notebooks", new Picture(0xf3eee4, 0xd8c6a6, HousePictures::notebooks));
    all.put("detergent", new Picture(0xe4edfa, 0xbfd0ec, HousePictures::detergent));
    all.put("wet-wipes", new Picture(0xe4f4f3, 0xb9dcda, HousePictures::wetWipes));
    all.put("cutting-board", new Picture(0xeaf0e0, 0xc8cfae, HousePictures::cuttingBoard));
    all.put("toothpaste", new Picture(0xe3f3f8, 0xb5dae6, HousePictures::toothpaste));
    all.put("shampoo", new Picture(0xeee8f6, 0xccbfe0, HousePictures::shampoo));
    all.put("wooden-blocks", new Picture(0xfff0db, 0xeccf9f, HousePictures::woodenBlocks));
    all.put("dog-food", new Picture(0xfaeadf, 0xe2c2a5, HousePictures::dogFood));
    all.put("gloves", new Picture(0xe5edf8, 0xbccce4, HousePictures::gloves));
    all.put("usb-cables", new Picture(0xe8ebef, 0xc3cad3, HousePictures::usbCables));
    all.put("umbrella", new Picture(0xdfeaf3, 0xb3c8da, HousePictures::umbrella));
    all.put("light-bulbs", new Picture(0xfbf2d8, 0xe6d19c, HousePictures::lightBulbs));
    all.put("storage-boxes", new Picture(0xefece5, 0xd3c9b6, HousePictures::storageBoxes));
    all.put("pots", new Picture(0xf3e9e2, 0xd7bfae, HousePictures::pots));
    all.put("mugs", new Picture(0xf1ece3, 0xd3c2a9, HousePictures::mugs));
    all.put("hand-cream", new Picture(0xfae8ec, 0xe9c3cd, HousePictures::handCream));
    all.put("picture-books", new Picture(0xfff2d9, 0xeed09a, HousePictures::pictureBooks));
    all.put("crayons", new Picture(0xf0f0fa, 0xcfcfe6, HousePictures::crayons));
    all.put("cat-treats", new Picture(0xfdecd6, 0xecc797, HousePictures::catTreats));
    all.put("tote-bags", new Picture(0xe9f0e8, 0xc5d3c1, HousePictures::toteBags));
    all.put("lantern", new Picture(0x35506b, 0x27394d, HousePictures::lantern));
    return all;
  }

  private static void roll(Pen pen, double x, double y) {
    pen.box(x - 92, y - 70, 184, 160, 40, 0xfcfcfa)
        .oval(x, y - 66, 92, 42, 0xffffff)
        .oval(x, y - 66, 34, 16, 0xc9a27a)
        .line(0xe4e8ea, 5, x - 70, y + 30, x + 70, y + 30);
  }

  private static void toiletPaper(Pen pen) {
    pen.shadow(600, 735, 390);
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 4 - row; i++) {
        roll(pen, 320 + i * 190 + row * 95, 635 - row * 150);
      }
    }
  }

  private static void container(
      Pen pen, double x, double y, double width, double height, int lid, int food) {
    pen.box(x - width / 2, y - height, width, height, 46, 0xd5ecea)
        .label(x - width / 2 + 16, y - height * .62, width - 32, height * .56, 34, food)
        .box(x - width / 2 - 14, y - height - 26, width + 28, 40, 18, lid)
        .glint(x - width / 2 + 26, y - height / 2, 8, height * .28);
  }

  private static void glassContainers(Pen pen) {
    pen.shadow(600, 735, 400);
    container(pen, 420, 728, 330, 160, 0x6bbfa3, 0xe98b4a);
    container(pen, 790, 728, 330, 160, 0x9aa7b0, 0x8fbf5a);
    container(pen, 430, 534, 260, 130, 0x9aa7b0, 0xd9534f);
    container(pen, 780, 534, 280, 150, 0x6bbfa3, 0xf2c14e);
    container(pen, 605, 342, 230, 100, 0x6bbfa3, 0xf6efe2);
  }

  private static void sheetMask(Pen pen) {
    pen.shadow(600, 728, 330);
    pen.turned(
        470,
        470,
        -9,
        1,
        () -> pen.box(-150, -230, 300, 460, 24, 0x7fbf97).label(-150, -230, 300, 46, 20, 0x69a981));
    pen.turned(
        740,
        480,
        8,
        1,
        () -> {
          pen.box(-155, -235, 310, 470, 24, 0xffffff);
          pen.curve(
                  0xdff0e4, 0, -165, 90, -165, 120, -90, 112, 0, 104, 90, 60, 165, 0, 165, -60, 165,
                  -104, 90, -112, 0, -120, -90, -90, -165, 0, -165)
              .spot(-46, -32, 27, 15, 0xffffff)
              .spot(46, -32, 27, 15, 0xffffff)
              .spot(0, 88, 32, 13, 0xffffff);
          pen.stroke(0xb9d9c3, 6, 0, -10, -12, 20, -12, 30, 6, 34);
        });
    pen.leaf(430, 520, 150, -70, 0xdff0e4)
        .leaf(470, 540, 130, -20, 0xdff0e4)
        .leaf(470, 540, 120, -120, 0xdff0e4);
  }

  private static void sunscreen(Pen pen) {
    pen.ball(930, 230, 80, 0xf9b233);
    for (int i = 0; i < 12; i++) {
      double angle = Math.PI * i / 6;
      pen.line(
          0xf9b233,
          13,
          930 + 108 * Math.cos(angle),
          230 + 108 * Math.sin(angle),
          930 + 148 * Math.cos(angle),
          230 + 148 * Math.sin(angle));
    }
    int[] tops = {0xf27d52, 0x4fb3bf, 0xf27d52};
    for (int i = 0; i < 3; i++) {
      double x = 380 + i * 210;
      double up = i == 1 ? 60 : 0;
      pen.shadow(x, 724, 96)
          .polygon(0xfffdf7, x - 62, 640, x + 62, 640, x + 92, 320 - up, x - 92, 320 - up)
          .label(x - 92, 300 - up, 184, 30, 8, 0xf2ead8)
          .box(x - 66, 630, 132, 92, 18, tops[i])
          .ball(x, 440 - up / 2, 44, tops[i])
          .label(x - 46, 520 - up / 3, 92, 13, 6, 0xe6dcc6)
          .label(x - 34, 550 - up / 3, 68, 13, 6, 0xe6dcc6);
    }
  }

  private static void catFace(Pen pen, double x, double y, double scale, int fur, int ear) {
    pen.turned(
        x,
        y,
        0,
        scale,
        () ->
            pen.polygon(fur, -105, -20, -100, -140, -20, -80)
                .polygon(fur, 105, -20, 100, -140, 20, -80)
                .polygon(ear, -84, -50, -86, -108, -46, -78)
                .polygon(ear, 84, -50, 86, -108, 46, -78)
                .oval(0, 0, 118, 96, fur)
                .spot(-44, -8, 13, 18, 0x2d2a2a)
                .spot(44, -8, 13, 18, 0x2d2a2a)
                .spot(-40, -14, 4, 6, 0xffffff)
                .spot(48, -14, 4, 6, 0xffffff)
                .spot(0, 24, 12, 8, 0xe58a8a)
                .stroke(0x5a4a4a, 5, 0, 32, 0, 50, -26, 52, -30, 40)
                .stroke(0x5a4a4a, 5, 0, 32, 0, 50, 26, 52, 30, 40)
                .line(0x8d7f7f, 4, -70, 22, -130, 14)
                .line(0x8d7f7f, 4, -70, 34, -128, 42)
                .line(0x8d7f7f, 4, 70, 22, 130, 14)
                .line(0x8d7f7f, 4, 70, 34, 128, 42));
  }

  private static void catLitter(Pen pen) {
    pen.shadow(420, 724, 210)
        .box(230, 250, 380, 470, 30, 0x8b78b6)
        .label(230, 250, 380, 62, 24, 0x75639f)
        .label(275, 380, 290, 230, 115, 0xf4effa);
    catFace(pen, 420, 510, .82, 0x9aa0a8, 0xe9b7b7);
    pen.shadow(820, 726, 190)
        .polygon(0x6fb3a8, 640, 590, 1000, 590, 970, 720, 670, 720)
        .label(626, 572, 388, 36, 16, 0x86c6bb);
    pen.oval(820, 580, 172, 26, 0xe6ddc9);
    for (int i = 0; i < 30; i++) {
      pen.spot(665 + (i * 67) % 310, 570 + (i * 29) % 22, 8, 5, i % 3 == 0 ? 0xc9dba8 : 0xf6efe0);
    }
  }

  private static void sock(Pen pen, double x, double y, double turn, int rgb, int edge) {
    pen.turned(
        x,
        y,
        turn,
        1,
        () ->
            pen.curve(
                    rgb, -70, -220, -70, -220, 70, -220, 70, -220, 70, -100, 72, 0, 76, 50, 120, 80,
                    200, 110, 210, 165, 214, 215, 170, 230, 110, 228, 40, 224, -40, 200, -66, 130,
                    -84, 60, -70, -60, -70, -220)
                .curve(
                    edge, 150, 108, 190, 118, 214, 140, 210, 180, 204, 222, 160, 230, 120, 228, 128,
                    180, 132, 140, 150, 108)
                .curve(edge, -72, 100, -40, 90, 0, 120, -6, 200, -40, 186, -68, 150, -72, 100)
                .label(-74, -224, 148, 60, 20, edge)
                .label(-70, -120, 140, 18, 0, edge)
                .label(-70, -80, 140, 18, 0, edge));
  }

  private static void socks(Pen pen) {
    pen.shadow(600, 735, 380);
    sock(pen, 330, 480, -6, 0xe8705a, 0xfbe3c8);
    sock(pen, 560, 490, 0, 0x3f7f8c, 0xf7d774);
    sock(pen, 790, 480, 5, 0xf2b84b, 0x5a4b81);
  }

  private static void batteries(Pen pen) {
    pen.shadow(600, 735, 400);
    for (int i = 0; i < 6; i++) {
      double x = 270 + i * 132;
      double up = i % 2 * 26;
      pen.box(x - 18, 296 - up, 36, 40, 10, 0xd5dbe0)
          .box(x - 54, 322 - up, 108, 400 + up, 20, 0x2f3b46)
          .label(x - 54, 322 - up, 108, 120, 20, i % 2 == 0 ? 0xf0a33a : 0x4fae6a)
          .label(x - 54, 420 - up, 108, 30, 0, i % 2 == 0 ? 0xf0a33a : 0x4fae6a)
          .label(x - 30, 378 - up, 60, 14, 4, 0xffffff)
          .label(x - 7, 355 - up, 14, 60, 4, 0xffffff)
          .polygon(
              0xf6d65b, x + 8, 510, x - 26, 590, x - 2, 590, x - 10, 650, x + 26, 566, x + 2, 566);
    }
  }

  private static void houseplant(Pen pen) {
    pen.shadow(600, 732, 200);
    int[][] leaves = {{-150, 300}, {-115, 330}, {-82, 350}, {-50, 320}, {-22, 290}, {-172, 240}};
    for (int i = 0; i < leaves.length; i++) {
      double turn = leaves[i][0];
      double length = leaves[i][1];
      double x = 600 + length * .8 * Math.cos(Math.toRadians(turn));
      double y = 545 + length * .8 * Math.sin(Math.toRadians(turn));
      pen.stroke(0x3d7a46, 12, 600, 560, 600, 500, (600 + x) / 2, (545 + y) / 2 - 20, x, y);
      int green = i % 2 == 0 ? 0x3f8f57 : 0x57a968;
      pen.turned(
          x,
          y,
          turn + 90,
          1,
          () -> {
            pen.curve(
                green, 0, 60, -110, 50, -140, -50, -80, -110, -50, -140, -20, -150, 0, -170, 20,
                -150, 50, -140, 80, -110, 140, -50, 110, 50, 0, 60);
            pen.line(0x2c6b40, 6, 0, 56, 0, -140);
            for (int side = -1; side <= 1; side += 2) {
              for (int cut = 0; cut < 3; cut++) {
                pen.line(0x2c6b40, 5, 0, 20 - cut * 40, side * (84 - cut * 14), -14 - cut * 38);
              }
            }
          });
    }
    pen.polygon(0xd98558, 455, 540, 745, 540, 705, 728, 495, 728)
        .box(440, 520, 320, 56, 18, 0xe69a6c);
  }

  private static void diapers(Pen pen) {
    pen.shadow(600, 735, 380);
    for (int i = 0; i < 2; i++) {
      double x = 250 + i * 370;
      pen.box(x, 330, 330, 395, 50, i == 0 ? 0x7fc2e8 : 0xf7b7c3)
          .label(x + 50, 420, 230, 230, 115, 0xffffff);
      pen.curve(
          0xf3f8fb, x + 80, 480, x + 130, 496, x + 200, 496, x + 250, 480, x + 254, 540, x + 226,
          590, x + 190, 610, x + 176, 616, x + 154, 616, x + 140, 610, x + 104, 590, x + 76, 540,
          x + 80, 480);
      pen.stroke(
          i == 0 ? 0x7fc2e8 : 0xf7b7c3, 9, x + 84, 500, x + 130, 516, x + 200, 516, x + 246, 500);
      pen.box(x + 105, 290, 120, 60, 30, i == 0 ? 0x66acd4 : 0xeda1b0);
    }
    pen.ball(600, 640, 84, 0xfde3c8)
        .spot(572, 632, 9, 11, 0x4a3a32)
        .spot(628, 632, 9, 11, 0x4a3a32)
        .stroke(0x4a3a32, 6, 576, 664, 588, 682, 612, 682, 624, 664)
        .spot(548, 656, 14, 9, 0xf6b7a5)
        .spot(652, 656, 14, 9, 0xf6b7a5)
        .stroke(0x8a6244, 8, 600, 558, 620, 570, 614, 590, 600, 586);
  }

  private static void notebooks(Pen pen) {
    pen.shadow(560, 732, 350);
    int[] covers = {0x50648c, 0xc9694f, 0x6b9a75, 0xe2b657, 0x8a6a9c};
    for (int i = 0; i < covers.length; i++) {
      double y = 660 - i * 72;
      double x = 270 + (i % 2) * 30;
      pen.box(x, y, 540, 64, 12, covers[i])
          .label(x + 20, y + 12, 516, 40, 4, 0xfbf6ea)
          .line(0xe3dac6, 3, x + 30, y + 26, x + 520, y + 26)
          .line(0xe3dac6, 3, x + 30, y + 39, x + 520, y + 39)
          .label(x, y, 60, 64, 12, covers[i]);
    }
    pen.turned(
        900,
        500,
        18,
        1,
        () ->
            pen.box(-26, -210, 52, 380, 10, 0xf2b134)
                .polygon(0xf3dcb5, -26, 170, 26, 170, 0, 236)
                .polygon(0x333a44, -8, 215, 8, 215, 0, 236)
                .box(-26, -250, 52, 56, 16, 0xe88a8a)
                .label(-26, -206, 52, 18, 0, 0xcfd5da));
  }

  private static void detergent(Pen pen) {
    pen.shadow(470, 728, 200)
        .curve(
            0x3f74c9, 330, 720, 300, 640, 290, 470, 330, 400, 370, 330, 400, 330, 420, 300, 560,
            300, 640, 330, 650, 440, 660, 560, 650, 660, 630, 720, 560, 730, 400, 730, 330, 720)
        .curve(
            0xe4edfa, 560, 370, 610, 370, 620, 440, 618, 520, 600, 540, 580, 540, 568, 520, 556,
            470, 550, 420, 560, 370)
        .box(410, 220, 150, 96, 20, 0xf39a3c)
        .label(345, 500, 190, 170, 85, 0xffffff)
        .curve(
            0x58b6e0, 440, 520, 490, 590, 500, 610, 480, 640, 460, 656, 420, 656, 400, 640, 380,
            610, 390, 590, 440, 520);
    for (int[] bubble :
        new int[][] {
          {780, 600, 70},
          {890, 660, 50},
          {790, 450, 44},
          {900, 520, 34},
          {700, 680, 36},
          {860, 390, 22}
        }) {
      pen.spot(bubble[0], bubble[1], bubble[2], bubble[2], 0xd5e6fb)
          .ring(bubble[0], bubble[1], bubble[2], 0x8fb7ea, 6)
          .glint(
              bubble[0] - bubble[2] * .35,
              bubble[1] - bubble[2] * .4,
              bubble[2] * .22,
              bubble[2] * .15);
    }
  }

  private static void wetWipes(Pen pen) {
    pen.shadow(600, 735, 400);
    int[] packs = {0x49a7a3, 0x7fc4a0, 0x5a9ad0};
    for (int i = 0; i < 3; i++) {
      double y = 625 - i * 118;
      double x = 240 + i * 22;
      pen.box(x, y, 680, 104, 36, packs[i]).label(x + 30, y + 66, 620, 12, 6, 0xffffff);
    }
    pen.box(470, 340, 260, 58, 24, 0xffffff)
        .curve(
            0xffffff, 520, 350, 500, 280, 540, 230, 590, 260, 620, 200, 680, 220, 690, 270, 700,
            310, 690, 340, 680, 352, 630, 362, 570, 362, 520, 350)
        .stroke(0xd9e6e8, 6, 560, 340, 560, 300, 590, 290, 600, 262);
  }

  private static void cuttingBoard(Pen pen) {
    pen.shadow(600, 735, 350);
    pen.turned(
        560,
        470,
        -7,
        1,
        () -> {
          pen.box(-230, -260, 460, 520, 60, 0xd9ab72)
              .box(-60, -380, 120, 150, 40, 0xd9ab72)
              .spot(0, -320, 28, 28, 0xeaf0e0);
          for (int i = 0; i < 5; i++) {
            pen.stroke(
                0xc08f55,
                6,
                -190,
                -200 + i * 95,
                -90,
                -240 + i * 95,
                60,
                -150 + i * 95,
                190,
                -200 + i * 95);
          }
        });
    pen.turned(
        910,
        520,
        14,
        1,
        () ->
            pen.curve(
                    0xe4eaee, -30, 30, -40, -120, -30, -230, 34, -270, 48, -170, 50, -60, 44, 30,
                    20, 30, -10, 30, -30, 30)
                .box(-30, 26, 66, 190, 26, 0x6a4a35)
                .spot(4, 80, 7, 7, 0xd9c3ab)
                .spot(4, 150, 7, 7, 0xd9c3ab));
    for (int i = 0; i < 4; i++) {
      pen.ball(420 + i * 78, 520 + i * 10, 42, 0xe98a3c)
          .ring(420 + i * 78, 520 + i * 10, 22, 0xf4b36b, 6);
    }
    pen.leaf(400, 500, 100, -140, LEAF).leaf(395, 510, 110, -165, 0x6cb36c);
  }

  private static void toothpaste(Pen pen) {
    pen.shadow(600, 730, 390);
    pen.turned(
        520,
        560,
        -16,
        1,
        () ->
            pen.polygon(0xffffff, -260, -96, 190, -62, 190, 62, -260, 96)
                .polygon(0x38a6c0, -260, -96, -60, -80, -120, 84, -260, 96)
                .label(-290, -104, 42, 208, 8, 0xdfe7ea)
                .box(186, -46, 70, 92, 16, 0x2d7f95)
                .label(0, -20, 130, 16, 8, 0x38a6c0)
                .label(0, 10, 90, 16, 8, 0xb9dfe8));
    int[] brushes = {0xf2786b, 0x6bb36f, 0xf4b740};
    for (int i = 0; i < 3; i++) {
      int rgb = brushes[i];
      pen.turned(
          830 + i * 70,
          420,
          8 + i * 4,
          1,
          () ->
              pen.box(-15, -220, 30, 500, 15, rgb)
                  .box(-40, -214, 32, 110, 8, 0xffffff)
                  .line(0xcfe3ea, 4, -30, -205, -30, -112)
                  .line(0xcfe3ea, 4, -20, -205, -20, -112));
    }
    pen.curve(
        0xbfeaf2, 770, 520, 790, 480, 830, 500, 850, 480, 880, 510, 860, 540, 820, 545, 800, 548,
        775, 545, 770, 520);
  }

  private static void pump(Pen pen, double x, double height, int body, int cap) {
    double top = 720 - height;
    pen.shadow(x, 726, 118)
        .box(x - 105, top + 110, 210, height - 110, 44, body)
        .box(x - 42, top + 70, 84, 50, 10, cap)
        .box(x - 14, top, 28, 80, 8, cap)
        .box(x - 100, top - 10, 130, 36, 16, cap)
        .label(x - 70, top + 190, 140, height * .36, 70, 0xffffff)
        .glint(x - 80, top + 190, 9, 60);
  }

  private static void shampoo(Pen pen) {
    pump(pen, 380, 430, 0x9a83c9, 0xf3eefb);
    pump(pen, 840, 430, 0x7fb6a4, 0xf3eefb);
    pump(pen, 610, 510, 0xc79ad0, 0x5d4a86);
    pen.leaf(610, 520, 80, -60, LEAF).leaf(608, 522, 80, -120, 0x6cb36c);
    for (int[] bubble :
        new int[][] {{985, 640, 34}, {1040, 690, 22}, {230, 660, 30}, {270, 700, 18}}) {
      pen.spot(bubble[0], bubble[1], bubble[2], bubble[2], 0xf6f1fc)
          .ring(bubble[0], bubble[1], bubble[2], 0xb9a6dd, 5);
    }
  }

  private static void woodenBlocks(Pen pen) {
    pen.shadow(600, 732, 380)
        .box(270, 560, 160, 160, 10, 0xe8ba72)
        .ball(350, 640, 46, 0xe4604f)
        .box(450, 560, 160, 160, 10, 0x66b2b2)
        .polygon(0xfbe6b8, 530, 595, 575, 685, 485, 685)
        .box(630, 560, 160, 160, 10, 0xf2b84b)
        .box(672, 602, 76, 76, 6, 0x5f86c4)
        .box(810, 560, 160, 160, 10, 0xd98a63)
        .leaf(850, 690, 110, -50, LEAF)
        .box(360, 400, 160, 156, 10, 0xf08f6b)
        .box(540, 400, 160, 156, 10, 0xe8ba72)
        .box(720, 400, 160, 156, 10, 0x7fbf7a)
        .ring(440, 478, 42, 0xfff3dd, 16)
        .polygon(0x5f86c4, 620, 430, 668, 478, 620, 526, 572, 478)
        .ball(800, 478, 42, 0xfbe6b8)
        .box(450, 300, 340, 96, 10, 0xd9a25c)
        .polygon(0xe4604f, 430, 296, 810, 296, 620, 160);
  }

  private static void dogFood(Pen pen) {
    pen.shadow(420, 726, 220)
        .curve(
            0xe0805a, 240, 260, 250, 400, 225, 560, 240, 715, 360, 730, 480, 730, 600, 715, 615,
            560, 590, 400, 600, 260, 480, 275, 360, 275, 240, 260)
        .label(238, 240, 364, 50, 16, 0xc46a47)
        .label(290, 370, 260, 260, 130, 0xfdf1e6);
    pen.oval(350, 470, 34, 66, 0x8a5a36)
        .oval(490, 470, 34, 66, 0x8a5a36)
        .oval(420, 505, 84, 78, 0xd9a066)
        .spot(390, 492, 11, 14, 0x2d2320)
        .spot(450, 492, 11, 14, 0x2d2320)
        .oval(420, 530, 38, 28, 0xf6e2c8)
        .spot(420, 518, 16, 11, 0x2d2320)
        .stroke(0x2d2320, 5, 420, 528, 420, 546, 402, 548, 398, 540)
        .stroke(0x2d2320, 5, 420, 528, 420, 546, 438, 548, 442, 540);
    pen.shadow(830, 728, 170);
    for (int i = 0; i < 24; i++) {
      pen.oval(710 + (i * 53) % 240, 590 - (i * 17) % 50, 24, 20, i % 2 == 0 ? 0x9b6237 : 0xb57743);
    }
    pen.polygon(0x4d9aa8, 670, 600, 990, 600, 1020, 726, 640, 726)
        .label(660, 586, 340, 30, 15, 0x6bb3bf);
    pen.turned(
        830,
        668,
        0,
        1,
        () ->
            pen.label(-56, -13, 112, 26, 0, 0xffffff)
                .spot(-58, -14, 19, 19, 0xffffff)
                .spot(-58, 14, 19, 19, 0xffffff)
                .spot(58, -14, 19, 19, 0xffffff)
                .spot(58, 14, 19, 19, 0xffffff));
  }

  private static void glove(Pen pen, double x, double y, double turn, int rgb, int cuff) {
    pen.turned(
        x,
        y,
        turn,
        1,
        () -> {
          for (int i = 0; i < 4; i++) {
            pen.box(-112 + i * 56, -230 + Math.abs(i - 1.4) * 26, 52, 220, 52, rgb);
          }
          pen.box(-116, -80, 226, 220, 70, rgb);
          pen.turned(104, 0, 38, 1, () -> pen.box(-30, -110, 60, 180, 60, rgb));
          pen.box(-110, 110, 214, 110, 24, cuff);
          for (int i = 0; i < 5; i++) {
            pen.line(0xffffff, 5, -86 + i * 42, 130, -86 + i * 42, 200);
          }
          for (int i = 0; i < 3; i++) {
            pen.polygon(
                0xffffff, -60 + i * 56, 0, -36 + i * 56, 28, -60 + i * 56, 56, -84 + i * 56, 28);
          }
        });
  }

  private static void gloves(Pen pen) {
    pen.shadow(600, 735, 360);
    glove(pen, 420, 490, -10, 0xc9534f, 0x8f3a3e);
    glove(pen, 770, 490, 8, 0x4a77ad, 0x2f5480);
  }

  private static void usbCables(Pen pen) {
    pen.shadow(600, 735, 330);
    int[] colours = {0x2f3b48, 0xe7694f, 0x3d8f86};
    for (int i = 0; i < 3; i++) {
      double x = 380 + i * 220;
      double y = 490 + (i % 2) * 60;
      pen.ring(x, y, 110, colours[i], 22)
          .ring(x, y, 76, colours[i], 22)
          .label(x - 26, y - 128, 52, 70, 14, 0xf2c14e)
          .stroke(
              colours[i], 22, x + 70, y + 84, x + 100, y + 150, x + 60, y + 190, x + 30, y + 170)
          .box(x - 36, y + 142, 70, 56, 14, colours[i])
          .label(x - 78, y + 154, 46, 32, 10, 0xd7dde2)
          .label(x - 70, y + 166, 30, 8, 4, 0x6d7883);
    }
  }

  private static void umbrella(Pen pen) {
    for (int i = 0; i < 16; i++) {
      double x = 120 + (i * 173) % 980;
      double y = 80 + (i * 97) % 480;
      pen.line(0x9db9d0, 8, x, y, x - 12, y + 44);
    }
    pen.shadow(640, 740, 130)
        .line(0x6a4a35, 20, 600, 300, 600, 690)
        .stroke(0x6a4a35, 20, 600, 690, 600, 760, 700, 760, 700, 690);
    pen.curve(
        0xf5b830, 210, 470, 220, 250, 420, 150, 600, 150, 780, 150, 980, 250, 990, 470, 960, 420,
        890, 420, 860, 470, 830, 420, 760, 420, 730, 470, 700, 420, 630, 420, 600, 470, 570, 420,
        500, 420, 470, 470, 440, 420, 370, 420, 340, 470, 310, 420, 240, 420, 210, 470);
    pen.curve(
            0xf9cf62, 340, 470, 350, 300, 480, 170, 600, 150, 500, 200, 470, 340, 470, 470, 440,
            420, 370, 420, 340, 470)
        .curve(
            0xf9cf62, 600, 470, 610, 340, 600, 240, 600, 150, 690, 190, 740, 340, 730, 470, 700,
            420, 630, 420, 600, 470)
        .line(0x6a4a35, 14, 600, 150, 600, 110);
  }

  private static void bulb(Pen pen, double x, double y, double scale, int light) {
    pen.turned(
        x,
        y,
        0,
        scale,
        () ->
            pen.curve(
                    light, -60, 110, -60, 60, -130, 20, -130, -70, -130, -150, -70, -200, 0, -200,
                    70, -200, 130, -150, 130, -70, 130, 20, 60, 60, 60, 110, 20, 118, -20, 118, -60,
                    110)
                .glint(-60, -110, 22, 36)
                .stroke(
                    0xe2a326, 9, -26, 100, -40, 20, -50, -20, -20, -40, 0, -56, 0, -56, 20, -40, 50,
                    -20, 40, 20, 26, 100)
                .box(-60, 108, 120, 30, 10, 0xb9c1c8)
                .box(-56, 136, 112, 30, 10, 0x9aa4ad)
                .box(-52, 164, 104, 30, 10, 0xb9c1c8)
                .box(-28, 192, 56, 24, 10, 0x5d6670));
  }

  private static void lightBulbs(Pen pen) {
    pen.shadow(600, 735, 390);
    for (int i = 0; i < 12; i++) {
      double angle = Math.PI * i / 6;
      pen.line(
          0xf5c542,
          14,
          600 + 210 * Math.cos(angle),
          390 + 210 * Math.sin(angle),
          600 + 250 * Math.cos(angle),
          390 + 250 * Math.sin(angle));
    }
    bulb(pen, 600, 470, 1.15, 0xfde08a);
    bulb(pen, 320, 555, .8, 0xfffaf0);
    bulb(pen, 880, 555, .8, 0xfffaf0);
  }

  private static void storageBoxes(Pen pen) {
    pen.shadow(600, 735, 380);
    int[] colours = {0x8fa58a, 0xd0a77c, 0x7f97ae};
    int[][] places = {{250, 500, 340}, {610, 500, 340}, {430, 270, 340}};
    for (int i = 0; i < 3; i++) {
      double x = places[i][0];
      double y = places[i][1];
      pen.box(x, y, 340, 222, 22, colours[i])
          .label(x - 8, y - 10, 356, 38, 16, 0xfaf6ee)
          .label(x + 50, y + 70, 240, 110, 16, 0xf1ece1)
          .box(x + 66, y + 118, 210, 26, 10, 0xe58a74)
          .box(x + 70, y + 146, 200, 26, 10, 0x6f9cc0)
          .box(x + 74, y + 92, 190, 24, 10, 0xf2c766)
          .label(x + 140, y + 36, 60, 18, 9, 0x5d564a);
    }
  }

  private static void pots(Pen pen) {
    pen.shadow(600, 735, 380).label(240, 716, 720, 26, 13, 0x4c4a4a);
    pen.box(270, 500, 70, 36, 18, 0x5d6670)
        .box(860, 500, 70, 36, 18, 0x5d6670)
        .box(320, 440, 560, 276, 60, 0xc9d1d7)
        .label(320, 560, 560, 12, 0, 0xaeb8c0)
        .glint(372, 560, 16, 90)
        .box(296, 412, 608, 44, 22, 0xdfe5e9)
        .curve(
            0xd3dade, 330, 414, 350, 330, 470, 300, 600, 300, 730, 300, 850, 330, 870, 414, 690,
            420, 510, 420, 330, 414)
        .box(560, 256, 80, 50, 24, 0x3f464d);
    pen.stroke(0xffffff, 12, 470, 260, 430, 210, 510, 170, 470, 110)
        .stroke(0xffffff, 12, 730, 260, 690, 210, 770, 170, 730, 110);
  }

  private static void mug(Pen pen, double x, double y, int rgb, int dip) {
    pen.shadow(x, y + 6, 120)
        .ring(x + 120, y - 110, 52, rgb, 26)
        .box(x - 115, y - 220, 230, 220, 46, rgb)
        .label(x - 115, y - 220, 230, 66, 30, dip)
        .label(x - 115, y - 186, 230, 34, 0, dip)
        .oval(x, y - 212, 110, 26, 0x6a4630)
        .glint(x - 84, y - 90, 10, 46);
  }

  private static void mugs(Pen pen) {
    mug(pen, 420, 500, 0xe9dcc7, 0x7d9b8c);
    mug(pen, 760, 500, 0xe9dcc7, 0xc98a6b);
    mug(pen, 330, 724, 0xf1e9dc, 0x5f7fa3);
    mug(pen, 600, 730, 0xf1e9dc, 0xd9b056);
    mug(pen, 870, 724, 0xf1e9dc, 0x8a6a84);
  }

  private static void tube(Pen pen, double x, double y, double turn, int body, int cap) {
    pen.turned(
        x,
        y,
        turn,
        1,
        () ->
            pen.polygon(body, -96, -230, 96, -230, 66, 140, -66, 140)
                .label(-100, -252, 200, 34, 8, 0xffffff)
                .box(-56, 136, 112, 86, 18, cap)
                .spot(0, -60, 54, 54, 0xffffff)
                .label(-40, 40, 80, 12, 6, 0xffffff)
                .label(-28, 66, 56, 12, 6, 0xffffff));
  }

  private static void flower(Pen pen, double x, double y, double scale, int petals) {
    pen.turned(
        x,
        y,
        0,
        scale,
        () -> {
          for (int i = 0; i < 6; i++) {
            pen.spot(
                26 * Math.cos(i * Math.PI / 3), 26 * Math.sin(i * Math.PI / 3), 20, 20, petals);
          }
          pen.spot(0, 0, 16, 16, 0xf4c24e);
        });
  }

  private static void handCream(Pen pen) {
    pen.shadow(600, 735, 360);
    tube(pen, 390, 480, -10, 0xe58fa2, 0xb85f76);
    tube(pen, 610, 470, 0, 0xa98bc4, 0x79609a);
    tube(pen, 830, 480, 9, 0x9ac0a4, 0x6a9377);
    flower(pen, 380, 421, 1, 0xe58fa2);
    flower(pen, 610, 410, 1, 0xa98bc4);
    flower(pen, 838, 422, 1, 0x9ac0a4);
    flower(pen, 260, 770, 1.2, 0xf3a9b8);
    flower(pen, 960, 780, 1.4, 0xf3a9b8);
  }

  private static void pictureBooks(Pen pen) {
    pen.shadow(600, 735, 390);
    int[] spines = {0xe4604f, 0xf2b84b, 0x5f86c4, 0x66b2a0, 0xa97ab5, 0xe98f5c, 0x4f9d5b};
    for (int i = 0; i < spines.length; i++) {
      double height = 300 + (i * 53) % 110;
      pen.box(250 + i * 62, 720 - height, 58, height, 8, spines[i])
          .label(262 + i * 62, 750 - height, 34, 60, 8, 0xfff6e2);
    }
    pen.turned(
        845,
        530,
        10,
        1,
        () -> {
          pen.box(-150, -200, 300, 390, 18, 0x3f9bb8)
              .label(-120, -170, 240, 330, 12, 0xdff3f6)
              .ball(60, -110, 36, 0xf6b93b);
          pen.curve(
              0x66a85a, -120, 60, -60, -20, 0, 10, 30, 40, 60, 10, 100, 0, 120, 30, 120, 80, 120,
              130, 120, 148, 60, 160, -60, 160, -120, 148, -120, 130, -120, 90, -120, 60);
          pen.box(-60, 0, 90, 80, 6, 0xfff6e2)
              .polygon(0xe4604f, -76, 4, -15, -58, 46, 4)
              .label(-28, 34, 26, 46, 4, 0x9b6a3d);
        });
  }

  private static void crayons(Pen pen) {
    pen.shadow(600, 735, 390);
    pen.turned(
        470,
        500,
        -6,
        1,
        () -> {
          pen.box(-230, -270, 460, 480, 14, 0xfffdf6);
          for (int i = 0; i < 9; i++) {
            pen.ring(-190 + i * 47, -270, 16, 0x9aa4ad, 7);
          }
          pen.ball(-110, -120, 52, 0xf6b93b)
              .curve(
                  0x6fb5e0, -190, 130, -120, 50, -40, 170, 40, 80, 100, 30, 150, 100, 190, 110, 190,
                  160, 190, 170, 190, 180, 60, 184, -60, 184, -190, 180, -190, 165, -190, 150, -190,
                  130)
              .stroke(0xe4604f, 18, 0, -40, 40, -150, 120, -150, 150, -30)
              .stroke(0xf2b84b, 18, 24, -36, 54, -120, 104, -120, 126, -30)
              .stroke(0x5aa55f, 18, 48, -34, 66, -90, 88, -90, 102, -30);
        });
    int[] wax = {0xe4604f, 0xf28f3b, 0xf6c945, 0x5aa55f, 0x4f86c6, 0x8a63ad, 0xe58fa8};
    for (int i = 0; i < wax.length; i++) {
      int rgb = wax[i];
      pen.turned(
          700 + i * 52,
          560 + (i * 41) % 50,
          6,
          1,
          () ->
              pen.box(-22, -120, 44, 250, 10, rgb)
                  .polygon(rgb, -18, -118, 18, -118, 6, -168, -6, -168)
                  .label(-22, -80, 44, 12, 0, 0xffffff)
                  .label(-22, 84, 44, 12, 0, 0xffffff));
    }
  }

  private static void catTreats(Pen pen) {
    pen.shadow(600, 735, 400);
    int[] sticks = {0xe4604f, 0x4f9fc0, 0xf2a93b, 0x6aa867};
    for (int i = 0; i < sticks.length; i++) {
      int rgb = sticks[i];
      pen.turned(
          760 + i * 82,
          500,
          4 + i * 5,
          1,
          () ->
              pen.box(-30, -230, 60, 440, 14, rgb)
                  .label(-30, -230, 60, 24, 6, 0xfff6e6)
                  .label(-30, 186, 60, 24, 6, 0xfff6e6)
                  .spot(0, -40, 20, 13, 0xfff6e6)
                  .polygon(0xfff6e6, 14, -40, 32, -54, 32, -26));
    }
    pen.shadow(420, 728, 200);
    pen.curve(
        0xf0a860, 300, 720, 270, 600, 300, 520, 420, 510, 540, 520, 570, 600, 540, 720, 480, 732,
        360, 732, 300, 720);
    pen.stroke(0xf0a860, 44, 540, 690, 640, 700, 660, 600, 620, 560)
        .oval(420, 660, 70, 66, 0xfdf1df);
    catFace(pen, 420, 430, 1.25, 0xf0a860, 0xf7c9b0);
    pen.line(0xcf7f35, 14, 420, 318, 420, 352)
        .line(0xcf7f35, 12, 388, 324, 394, 352)
        .line(0xcf7f35, 12, 452, 324, 446, 352);
  }

  private static void bag(Pen pen, double x, double y, int cloth, Runnable print) {
    pen.shadow(x, y + 6, 160)
        .stroke(cloth, 26, x - 80, y - 330, x - 80, y - 520, x + 80, y - 520, x + 80, y - 330)
        .polygon(cloth, x - 160, y - 350, x + 160, y - 350, x + 145, y, x - 145, y);
    print.run();
  }

  private static void toteBags(Pen pen) {
    bag(pen, 370, 690, 0x7f9a7a, () -> flower(pen, 370, 520, 2.2, 0xf3ead6));
    bag(pen, 830, 690, 0xc98763, () -> catFace(pen, 830, 540, .75, 0xf3ead6, 0xe3b79d));
    bag(
        pen,
        600,
        725,
        0xf3e8d2,
        () ->
            pen.oval(600, 560, 84, 76, 0xf79a1e)
                .glint(570, 530, 18, 12)
                .leaf(600, 490, 80, -35, LEAF));
  }

  private static void lantern(Pen pen) {
    pen.spot(600, 480, 330, 330, 0x5f6f73).spot(600, 490, 240, 240, 0x94906f);
    for (int[] star :
        new int[][] {
          {150, 120}, {260, 250}, {980, 140}, {1080, 300}, {860, 90}, {360, 90}, {120, 400}
        }) {
      pen.spot(star[0], star[1], 6, 6, 0xfdf3cf);
    }
    pen.polygon(0x2f6b62, 80, 700, 300, 330, 520, 700)
        .polygon(0xf0a95a, 230, 700, 300, 560, 370, 700);
    pen.shadow(680, 735, 170)
        .stroke(0xd9dee2, 16, 560, 330, 560, 190, 800, 190, 800, 330)
        .box(560, 300, 240, 60, 24, 0xc9534f)
        .box(576, 356, 208, 250, 40, 0xfff0b8)
        .glint(640, 470, 26, 80)
        .line(0xc9534f, 14, 580, 360, 580, 600)
        .line(0xc9534f, 14, 780, 360, 780, 600)
        .box(540, 596, 280, 130, 30, 0xc9534f)
        .ball(680, 660, 34, 0xfbe9d0);
  }
}
