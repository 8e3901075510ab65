package kr.gonggu.lib.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * Decodes what claims to be a picture and encodes it anew, so that nothing of the upload but the
 * picture itself is kept (OWASP File Upload Cheat Sheet, "image rewriting").
 */
public final class ImageCodec {

  /** Most bytes of an upload: 5 MiB. */
  public static final int MOST_BYTES = 5 * 1024 * 1024;

  private static final long MOST_PIXELS = 40_000_000;
  private static final int FULL_SIDE = 1600;
  private static final int THUMB_SIDE = 480;
  private static final float QUALITY = 0.82f;
  private static final Set<String> FORMATS = Set.of("jpeg", "png", "webp");

  static {
    // Small pictures: temporary files would only be slower.
    ImageIO.setUseCache(false);
  }

  // A decoded picture may take 160 MB; a few uploads at once must not take the heap.
  private final Semaphore decoding = new Semaphore(1);

  /**
   * @param upload JPEG, PNG or WebP, whatever its name says
   * @return the picture made anew
   * @throws Refusal {@code IMAGE_TOO_LARGE} over 5 MiB or 40 megapixels, {@code IMAGE_INVALID} for
   *     what does not decode
   */
  public EncodedImage encode(byte[] upload) {
    if (upload.length > MOST_BYTES) {
      throw new Refusal(CommonError.IMAGE_TOO_LARGE, "A picture may have 5 MiB at most.");
    }
    decoding.acquireUninterruptibly();
    try {
      BufferedImage picture = upright(decode(upload), orientation(upload));
      BufferedImage full = fit(picture, FULL_SIDE);
      return new EncodedImage(
          jpeg(full), jpeg(fit(full, THUMB_SIDE)), full.getWidth(), full.getHeight());
    } catch (IOException | RuntimeException e) {
      if (e instanceof Refusal refusal) {
        throw refusal;
      }
      throw invalid();
    } finally {
      decoding.release();
    }
  }

  private static BufferedImage decode(byte[] upload) throws IOException {
    try (ImageInputStream input =
        ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw invalid();
      }
      ImageReader reader = readers.next();
      try {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          throw invalid();
        }
        reader.setInput(input, true, true);
        // From the header, before a pixel is decoded: a small file can claim any size.
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
          throw new Refusal(
              CommonError.IMAGE_TOO_LARGE, "A picture may have 40 million pixels at most.");
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = (int) Math.max(1, Math.min(width, height) / (2L * FULL_SIDE));
        parameters.setSourceSubsampling(step, step, 0, 0);
        return opaque(reader.read(0, parameters));
      } finally {
        reader.dispose();
      }
    }
  }

  /** JPEG knows no transparency: what was transparent becomes white. */
  private static BufferedImage opaque(BufferedImage picture) {
    BufferedImage rgb =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = rgb.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, rgb.getWidth(), rgb.getHeight());
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
    return rgb;
  }

  private static int orientation(byte[] upload) {
    try {
      ExifIFD0Directory exif =
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(upload))
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
          ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
          : 1;
    } catch (ImageProcessingException | IOException | MetadataException e) {
      // Broken metadata is thrown away with the rest of it.
      return 1;
    }
  }

  /** Applies the orientation tag (Exif 2.32, tag 274). */
  private static BufferedImage upright(BufferedImage picture, int orientation) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
          default -> null;
        };
    if (turn == null) {
      return picture;
    }
    boolean swapped = orientation >= 5;
    BufferedImage turned =
        new BufferedImage(
            swapped ? height : width, swapped ? width : height, BufferedImage.TYPE_INT_RGB);
    return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(picture, turned);
  }

  private static BufferedImage fit(BufferedImage picture, int side) {
    int longest = Math.max(picture.getWidth(), picture.getHeight());
    if (longest <= side) {
      return picture;
    }
    // Halving first keeps fine patterns: bilinear interpolation looks at four pixels only.
    BufferedImage current = picture;
    while (longest / 2 >= side) {
      current = scale(current, current.getWidth() / 2, current.getHeight() / 2);
      longest = Math.max(current.getWidth(), current.getHeight());
    }
    double factor = side / (double) longest;
    return scale(
        current,
        (int) Math.max(1, Math.round(current.getWidth() * factor)),
        (int) Math.max(1, Math.round(current.getHeight() * factor)));
  }

  private static BufferedImage scale(BufferedImage picture, int width, int height) {
    BufferedImage scaled =
        new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
    graphics.dispose();
    return scaled;
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(output);
      writer.write(null, new IIOImage(picture, null, null), parameters);
      output.flush();
      return bytes.toByteArray();
    } finally {
      writer.dispose();
    }
  }

  private static Refusal invalid() {
    return new Refusal(
        CommonError.IMAGE_INVALID, "This is not a JPEG, PNG or WebP picture that can be shown.");
  }
}
