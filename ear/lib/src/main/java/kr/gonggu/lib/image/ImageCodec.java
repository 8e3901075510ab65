package kr.gonggu.lib.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * Decodes what claims to be a picture and encodes it anew, so that nothing of the upload but the
 * picture itself is kept (OWASP File Upload Cheat Sheet, "image rewriting").
 */
public final class ImageCodec {

  /** Most bytes of an upload: 5 MiB. */
  public static final int MOST_BYTES = 5 * 1024 * 1024;

  private static final int MOST_MEGAPIXELS = 40;
  private static final long MOST_DECODED_PIXELS = 16_000_000;

  /** A progressive JPEG has about ten; each costs a walk over the whole picture. */
  private static final int MOST_SCANS = 100;

  /** More than the largest picture can want of {@link EndlessImageInput}. */
  private static final long MOST_ZEROS = 1L << 30;

  private static final int FULL_SIDE = 1600;
  private static final int THUMB_SIDE = 480;
  private static final float QUALITY = 0.82f;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * As many pictures at once as together are not larger than the largest that is allowed: several
   * uploads must not take the heap.
   */
  private final Semaphore megapixels = new Semaphore(MOST_MEGAPIXELS, true);

  /**
   * @param upload JPEG, PNG or WebP, whatever its name says
   * @return the picture made anew
   * @throws Refusal {@code IMAGE_TOO_LARGE} over 5 MiB or 40 megapixels, {@code IMAGE_INVALID} for
   *     what does not decode, {@code UNAVAILABLE} when too many are being decoded
   */
  public EncodedImage encode(byte[] upload) {
    if (upload.length > MOST_BYTES) {
      throw new Refusal(CommonError.IMAGE_TOO_LARGE, "A picture may have 5 MiB at most.");
    }
    ImageReader reader = reader(upload);
    try (ImageInputStream input = new EndlessImageInput(upload, isWebP(upload) ? MOST_ZEROS : 0)) {
      reader.setInput(input, true, true);
      // From the header, before a pixel is decoded: a small file can claim any size.
      int needed = megapixels(reader.getWidth(0), reader.getHeight(0));
      if (!megapixels.tryAcquire(needed, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
      try {
        return encode(decode(reader), ExifOrientation.of(upload));
      } finally {
        megapixels.release(needed);
      }
    } catch (Refusal e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Decoders answer crafted files with whatever they stumble over.
      throw invalid();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      reader.dispose();
    }
  }

  /**
   * By what the file begins with. The WebP reader is made here and not found by {@link ImageIO},
   * whose registry belongs to the whole server and knows the plug-ins of whoever asked first.
   */
  private static ImageReader reader(byte[] upload) {
    if (startsWith(upload, 0, "ffd8ff")) {
      if (scans(upload) > MOST_SCANS) {
        throw invalid();
      }
      return ImageIO.getImageReadersByFormatName("jpeg").next();
    }
    if (startsWith(upload, 0, "89504e470d0a1a0a")) {
      return ImageIO.getImageReadersByFormatName("png").next();
    }
    if (isWebP(upload)) {
      long size = ByteBuffer.wrap(upload).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xFFFFFFFFL;
      if (size + 8 > upload.length) {
        throw invalid();
      }
      return new WebPImageReaderSpi().createReaderInstance(null);
    }
    throw invalid();
  }

  /** Within compressed data the marker's first byte never stands before its second. */
  private static int scans(byte[] jpeg) {
    int scans = 0;
    for (int i = 1; i < jpeg.length; i++) {
      if (jpeg[i] == (byte) 0xDA && jpeg[i - 1] == (byte) 0xFF) {
        scans++;
      }
    }
    return scans;
  }

  private static boolean isWebP(byte[] upload) {
    return startsWith(upload, 0, ascii("RIFF")) && startsWith(upload, 8, ascii("WEBP"));
  }

  private static boolean startsWith(byte[] upload, int offset, String hex) {
    byte[] magic = HexFormat.of().parseHex(hex);
    return upload.length >= offset + magic.length
        && Arrays.equals(upload, offset, offset + magic.length, magic, 0, magic.length);
  }

  private static String ascii(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static int megapixels(long width, long height) {
    long pixels = width * height;
    if (pixels > MOST_MEGAPIXELS * 1_000_000L) {
      throw new Refusal(
          CommonError.IMAGE_TOO_LARGE, "A picture may have 40 million pixels at most.");
    }
    return (int) Math.max(1, (pixels + 999_999) / 1_000_000);
  }

  private static BufferedImage decode(ImageReader reader) throws IOException {
    ImageReadParam parameters = reader.getDefaultReadParam();
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    // A picture more than twice as large as it is kept need not be decoded whole.
    int step = Math.max(1, Math.max(width, height) / (2 * FULL_SIDE));
    if ((long) width * height / ((long) step * step) > MOST_DECODED_PIXELS) {
      step++;
    }
    parameters.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, parameters);
  }

  private static EncodedImage encode(BufferedImage picture, int orientation) throws IOException {
    BufferedImage full = upright(fit(picture, FULL_SIDE), orientation);
    return new EncodedImage(
        jpeg(full), jpeg(fit(full, THUMB_SIDE)), full.getWidth(), full.getHeight());
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

  /** In plain RGB, and not larger than a side. */
  private static BufferedImage fit(BufferedImage picture, int side) {
    BufferedImage current = picture;
    int longest = Math.max(current.getWidth(), current.getHeight());
    // Halving first keeps fine patterns: bilinear interpolation looks at four pixels only.
    while (longest / 2 >= side) {
      current = scale(current, current.getWidth() / 2, current.getHeight() / 2);
      longest = Math.max(current.getWidth(), current.getHeight());
    }
    if (longest > side) {
      double factor = side / (double) longest;
      return scale(
          current,
          (int) Math.round(current.getWidth() * factor),
          (int) Math.round(current.getHeight() * factor));
    }
    return current.getType() == BufferedImage.TYPE_INT_RGB
        ? current
        : scale(current, current.getWidth(), current.getHeight());
  }

  /** JPEG knows no transparency: what was transparent becomes white. */
  private static BufferedImage scale(BufferedImage picture, int width, int height) {
    BufferedImage scaled =
        new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, scaled.getWidth(), scaled.getHeight(), Color.WHITE, null);
    graphics.dispose();
    return scaled;
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      // Appears whole and coarse first where the network is slow.
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

  private static Refusal busy() {
    return new Refusal(CommonError.UNAVAILABLE, "Many pictures are being uploaded right now.")
        .withRetryAfter(PATIENCE);
  }
}
