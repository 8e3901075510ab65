package kr.gonggu.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * Draws flat shapes that share one light: from the left, above. Coordinates are those of a picture
 * of {@value #WIDTH} × {@value #HEIGHT}, colours are {@code 0xRRGGBB}. No text, since fonts differ
 * from machine to machine.
 */
final class Pen {

  static final int WIDTH = 1200;
  static final int HEIGHT = 900;

  private static final Color SHADE = new Color(20, 30, 40, 34);
  private static final Color LIGHT = new Color(255, 255, 255, 70);

  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D graphics = image.createGraphics();

  /**
   * @param wall colour behind everything
   * @param table colour below
   */
  Pen(int wall, int table) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), wall);
    graphics.setColor(LIGHT);
    graphics.fill(new Ellipse2D.Double(270, 90, 660, 660));
    fill(new Rectangle2D.Double(0, 690, WIDTH, 210), table);
  }

  BufferedImage image() {
    graphics.dispose();
    return image;
  }

  private void fill(Shape shape, int rgb) {
    graphics.setColor(new Color(rgb));
    graphics.fill(shape);
  }

  /** A shape with the side that is turned away from the light a little darker. */
  Pen solid(Shape shape, int rgb) {
    fill(shape, rgb);
    Rectangle2D bounds = shape.getBounds2D();
    Area away = new Area(shape);
    away.subtract(
        new Area(
            AffineTransform.getTranslateInstance(
                    -0.09 * Math.min(bounds.getWidth(), 300), -0.05 * bounds.getHeight())
                .createTransformedShape(shape)));
    graphics.setColor(SHADE);
    graphics.fill(away);
    return this;
  }

  /** What stands on the table darkens it. */
  Pen shadow(double x, double y, double radius) {
    graphics.setColor(SHADE);
    graphics.fill(new Ellipse2D.Double(x - radius, y - 24, 2 * radius, 48));
    return this;
  }

  Pen ball(double x, double y, double radius, int rgb) {
    return oval(x, y, radius, radius, rgb);
  }

  Pen oval(double x, double y, double width, double height, int rgb) {
    return solid(new Ellipse2D.Double(x - width, y - height, 2 * width, 2 * height), rgb);
  }

  /** A flat spot without a dark side. */
  Pen spot(double x, double y, double width, double height, int rgb) {
    fill(new Ellipse2D.Double(x - width, y - height, 2 * width, 2 * height), rgb);
    return this;
  }

  /** A glint. */
  Pen glint(double x, double y, double width, double height) {
    graphics.setColor(LIGHT);
    graphics.fill(new Ellipse2D.Double(x - width, y - height, 2 * width, 2 * height));
    return this;
  }

  /** A box by its left upper corner. */
  Pen box(double x, double y, double width, double height, double corner, int rgb) {
    return solid(new RoundRectangle2D.Double(x, y, width, height, corner, corner), rgb);
  }

  /** A flat box without a dark side. */
  Pen label(double x, double y, double width, double height, double corner, int rgb) {
    fill(new RoundRectangle2D.Double(x, y, width, height, corner, corner), rgb);
    return this;
  }

  /** A polygon by its corners. */
  Pen polygon(int rgb, double... points) {
    return solid(path(true, points), rgb);
  }

  /** A closed curve: a start, then cubic pieces of three points each. */
  Pen curve(int rgb, double... points) {
    return solid(cubic(points, true), rgb);
  }

  /** A line through points. */
  Pen line(int rgb, double width, double... points) {
    return stroke(path(false, points), rgb, width);
  }

  /** An open curve: a start, then cubic pieces of three points each. */
  Pen stroke(int rgb, double width, double... points) {
    return stroke(cubic(points, false), rgb, width);
  }

  private Pen stroke(Shape shape, int rgb, double width) {
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setColor(new Color(rgb));
    graphics.draw(shape);
    return this;
  }

  /** A circle's line. */
  Pen ring(double x, double y, double radius, int rgb, double width) {
    return stroke(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), rgb, width);
  }

  /** A leaf from its foot, in a direction of degrees clockwise from the right. */
  Pen leaf(double x, double y, double length, double degrees, int rgb) {
    return turned(
        x,
        y,
        degrees,
        1,
        () ->
            curve(
                    rgb,
                    0,
                    0,
                    length * .2,
                    -length * .4,
                    length * .75,
                    -length * .35,
                    length,
                    0,
                    length * .75,
                    length * .25,
                    length * .25,
                    length * .3,
                    0,
                    0)
                .line(0x2f6b3f, Math.max(3, length / 30), length * .12, 0, length * .75, 0));
  }

  /** Draws around an own origin, turned by degrees clockwise and scaled. */
  Pen turned(double x, double y, double degrees, double scale, Runnable drawing) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(Math.toRadians(degrees));
    graphics.scale(scale, scale);
    drawing.run();
    graphics.setTransform(before);
    return this;
  }

  private static Path2D path(boolean closed, double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    if (closed) {
      path.closePath();
    }
    return path;
  }

  private static Path2D cubic(double[] points, boolean closed) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 6) {
      path.curveTo(
          points[i], points[i + 1], points[i + 2], points[i + 3], points[i + 4], points[i + 5]);
    }
    if (closed) {
      path.closePath();
    }
    return path;
  }
}
