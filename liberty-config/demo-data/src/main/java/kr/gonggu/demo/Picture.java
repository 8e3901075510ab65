package kr.gonggu.demo;

import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * A drawing.
 *
 * @param wall colour behind, {@code 0xRRGGBB}
 * @param table colour below
 * @param motif draws what is in front
 */
record Picture(int wall, int table, Consumer<Pen> motif) {

  BufferedImage draw() {
    Pen pen = new Pen(wall, table);
    motif.accept(pen);
    return pen.image();
  }
}
