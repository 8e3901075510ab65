package kr.gonggu.lib.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.ErrorCode;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ImageCodecTest {

  private static final List<Color> CORNERS =
      List.of(Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW);

  private final ImageCodec codec = new ImageCodec();

  @ParameterizedTest
  @CsvSource({
    "4000, 3000, 1600, 1200, 480, 360",
    "3000, 4000, 1200, 1600, 360, 480",
    "1601,  801, 1600,  800, 480, 240",
    " 600,  300,  600,  300, 480, 240",
    " 100,   50,  100,   50, 100,  50",
    "9000,   10, 1600,    1, 480,   1",
  })
  void makesPicturesSmallerAndNeverLarger(
      int width, int height, int fullWidth, int fullHeight, int thumbWidth, int thumbHeight)
      throws IOException {
    EncodedImage encoded = codec.encode(encode("jpeg", corners(width, height)));

    assertThat(encoded.width()).isEqualTo(fullWidth);
    assertThat(encoded.height()).isEqualTo(fullHeight);
    BufferedImage full = read(encoded.full());
    assertThat(full.getWidth()).isEqualTo(fullWidth);
    assertThat(full.getHeight()).isEqualTo(fullHeight);
    BufferedImage thumb = read(encoded.thumb());
    assertThat(thumb.getWidth()).isEqualTo(thumbWidth);
    assertThat(thumb.getHeight()).isEqualTo(thumbHeight);
  }

  /** Exif 2.32, tag 274: what the camera saw top left, top right, bottom left, bottom right. */
  @ParameterizedTest
  @CsvSource({
    "1, RGBY, 64, 32",
    "2, GRYB, 64, 32",
    "3, YBGR, 64, 32",
    "4, BYRG, 64, 32",
    "5, RBGY, 32, 64",
    "6, BRYG, 32, 64",
    "7, YGBR, 32, 64",
    "8, GYRB, 32, 64",
    "9, RGBY, 64, 32",
  })
  void standsUprightWhateverTheCameraNoted(int orientation, String corners, int width, int height)
      throws IOException {
    byte[] upload = withExif(encode("jpeg", corners(64, 32)), orientation, "nowhere");

    EncodedImage encoded = codec.encode(upload);

    assertThat(encoded.width()).isEqualTo(width);
    assertThat(encoded.height()).isEqualTo(height);
    assertThat(cornersOf(read(encoded.full()))).isEqualTo(corners);
    assertThat(cornersOf(read(encoded.thumb()))).isEqualTo(corners);
  }

  @Test
  void keepsNothingOfTheUploadButThePicture() throws IOException {
    byte[] upload =
        concat(
            withExif(encode("jpeg", corners(64, 32)), 1, "37.5665N 126.9780E"),
            "<?php secret(); ?>".getBytes(StandardCharsets.US_ASCII));

    EncodedImage encoded = codec.encode(upload);

    for (byte[] jpeg : List.of(encoded.full(), encoded.thumb())) {
      assertThat(new String(jpeg, StandardCharsets.ISO_8859_1))
          .doesNotContain("Exif", "37.5665N", "secret");
    }
  }

  @Test
  void brokenMetadataDoesNotCostThePicture() throws IOException {
    byte[] upload = withExif(encode("jpeg", corners(64, 32)), 6, "x");
    // The offset of the first directory points far outside.
    Arrays.fill(upload, 2 + 4 + 6 + 4, 2 + 4 + 6 + 8, (byte) 0x7F);

    assertThat(codec.encode(upload).width()).isEqualTo(64);
  }

  @Test
  void standsUprightAsPngAndWebPToo() throws IOException {
    byte[] tiff = tiff(6, "nowhere");
    byte[] png = encode("png", corners(64, 32));
    ByteBuffer chunk = ByteBuffer.allocate(12 + tiff.length);
    chunk.putInt(tiff.length).put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(tiff);
    CRC32 checksum = new CRC32();
    checksum.update(chunk.array(), 4, 4 + tiff.length);
    chunk.putInt((int) checksum.getValue());
    int afterHeader = 8 + 12 + 13;
    EncodedImage turned =
        codec.encode(
            concat(
                concat(Arrays.copyOf(png, afterHeader), chunk.array()),
                Arrays.copyOfRange(png, afterHeader, png.length)));
    assertThat(cornersOf(read(turned.full()))).isEqualTo("BRYG");

    assertThat(ExifOrientation.of(extended(webp(64, 32, Color.RED), tiff))).isEqualTo(6);
    assertThat(codec.encode(extended(webp(64, 32, Color.RED), tiff)).width()).isEqualTo(32);
  }

  @Test
  void aProgressivePictureIsReadButNotOneOfEndlessScans() throws IOException {
    byte[] progressive = codec.encode(encode("jpeg", corners(64, 32))).full();
    int lastScan = progressive.length - 1;
    while (progressive[lastScan] != (byte) 0xDA || progressive[lastScan - 1] != (byte) 0xFF) {
      lastScan--;
    }
    assertThat(codec.encode(progressive).width()).isEqualTo(64);

    byte[] scan = Arrays.copyOfRange(progressive, lastScan - 1, progressive.length - 2);
    byte[] endless = Arrays.copyOf(progressive, progressive.length - 2);
    for (int i = 0; i < 100; i++) {
      endless = concat(endless, scan);
    }
    refuses(CommonError.IMAGE_INVALID, concat(endless, new byte[] {(byte) 0xFF, (byte) 0xD9}));
  }

  @Test
  void whatIsTransparentBecomesWhite() throws IOException {
    BufferedImage picture = new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 20, 20);
    graphics.dispose();

    BufferedImage full = read(codec.encode(encode("png", picture)).full());

    assertThat(initial(full.getRGB(5, 10))).isEqualTo("R");
    assertThat(initial(full.getRGB(35, 10))).isEqualTo("W");
  }

  @Test
  void readsWebP() throws IOException {
    byte[] lossy =
        Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    assertThat(codec.encode(lossy).width()).isEqualTo(1);

    EncodedImage encoded = codec.encode(webp(2000, 1000, Color.BLUE));
    assertThat(encoded.width()).isEqualTo(1600);
    assertThat(encoded.height()).isEqualTo(800);
    assertThat(cornersOf(read(encoded.full()))).isEqualTo("BBBB");
  }

  @Test
  void takesWhatIsJustSmallEnough() {
    EncodedImage encoded = codec.encode(webp(6_324, 6_324, Color.GREEN));

    assertThat(encoded.width()).isEqualTo(1600);
  }

  @Test
  void refusesAHugePictureBeforeDecodingIt() {
    refuses(CommonError.IMAGE_TOO_LARGE, webp(6_325, 6_325, Color.GREEN));
    refuses(CommonError.IMAGE_TOO_LARGE, webp(16_383, 16_383, Color.GREEN));
    refuses(CommonError.IMAGE_TOO_LARGE, pngHeader(50_000, 50_000));
    refuses(CommonError.IMAGE_TOO_LARGE, pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE));
  }

  @Test
  void refusesMoreThan5Mebibytes() throws IOException {
    byte[] jpeg = encode("jpeg", corners(64, 32));

    assertThat(codec.encode(Arrays.copyOf(jpeg, ImageCodec.MOST_BYTES)).width()).isEqualTo(64);
    refuses(CommonError.IMAGE_TOO_LARGE, Arrays.copyOf(jpeg, ImageCodec.MOST_BYTES + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "GIF89a\u0001\u0000\u0001\u0000",
        "BM\u0000\u0000",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "%PDF-1.7",
        "\u00ff\u00d8\u00ff",
        "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF",
        "\u0089PNG\r\n\u001a\n",
        "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR",
        "RIFF\u0010\u0000\u0000\u0000WEBP",
        "RIFF\u0010\u0000\u0000\u0000WEBPVP8L\u0004\u0000\u0000\u0000/\u0000",
      })
  void refusesWhatIsNoPicture(String upload) {
    refuses(CommonError.IMAGE_INVALID, upload.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void refusesOtherFormatsAndRuins() throws IOException {
    refuses(CommonError.IMAGE_INVALID, encode("gif", corners(64, 32)));
    refuses(CommonError.IMAGE_INVALID, encode("bmp", corners(64, 32)));
    byte[] png = encode("png", corners(640, 320));
    refuses(CommonError.IMAGE_INVALID, Arrays.copyOf(png, png.length / 2));
    refuses(CommonError.IMAGE_INVALID, pngHeader(10, 10));
    refuses(CommonError.IMAGE_INVALID, pngHeader(0, 10));
  }

  @Test
  void manyAtOnceAllGetTheirTurn() throws IOException {
    byte[] upload = encode("jpeg", corners(4000, 3000));

    assertThat(
            IntStream.range(0, 12)
                .parallel()
                .map(i -> codec.encode(upload).width())
                .distinct()
                .toArray())
        .containsExactly(1600);
    assertThat(codec.encode(webp(6_324, 6_324, Color.RED)).width())
        .as("nobody kept what was lent")
        .isEqualTo(1600);
  }

  private void refuses(ErrorCode code, byte[] upload) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> codec.encode(upload))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  /** Top left red, top right green, bottom left blue, bottom right yellow. */
  private static BufferedImage corners(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    for (int corner = 0; corner < 4; corner++) {
      graphics.setColor(CORNERS.get(corner));
      graphics.fillRect(
          corner % 2 * (width / 2),
          corner / 2 * (height / 2),
          width - width / 2,
          height - height / 2);
    }
    graphics.dispose();
    return picture;
  }

  private static String cornersOf(BufferedImage picture) {
    int right = picture.getWidth() - 1;
    int bottom = picture.getHeight() - 1;
    return initial(picture.getRGB(0, 0))
        + initial(picture.getRGB(right, 0))
        + initial(picture.getRGB(0, bottom))
        + initial(picture.getRGB(right, bottom));
  }

  /** JPEG does not keep colours exactly. */
  private static String initial(int rgb) {
    Color color = new Color(rgb);
    boolean red = color.getRed() > 127;
    boolean green = color.getGreen() > 127;
    boolean blue = color.getBlue() > 127;
    if (red && green) {
      return blue ? "W" : "Y";
    }
    return red ? "R" : green ? "G" : blue ? "B" : "K";
  }

  private static byte[] encode(String format, BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(picture, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static BufferedImage read(byte[] jpeg) throws IOException {
    assertThat(jpeg).startsWith(0xFF, 0xD8, 0xFF);
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  /** With an APP1 segment as cameras write it: orientation and one text (tag 270). */
  private static byte[] withExif(byte[] jpeg, int orientation, String text) {
    byte[] exif = concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff(orientation, text));
    ByteBuffer segment = ByteBuffer.allocate(4 + exif.length);
    segment.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (exif.length + 2)).put(exif);
    return concat(
        concat(Arrays.copyOf(jpeg, 2), segment.array()), Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /** A directory of two entries: a text (tag 270) and the orientation. */
  private static byte[] tiff(int orientation, String text) {
    byte[] ascii = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + ascii.length);
    tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 2);
    tiff.putShort((short) 270).putShort((short) 2).putInt(ascii.length).putInt(38);
    tiff.putShort((short) 274).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    tiff.putInt(0).put(ascii);
    return tiff.array();
  }

  /** A WebP in the extended format, which may carry Exif. */
  private static byte[] extended(byte[] webp, byte[] tiff) {
    byte[] picture = Arrays.copyOfRange(webp, 12, webp.length);
    ByteBuffer all =
        ByteBuffer.allocate(12 + 18 + picture.length + 8 + tiff.length + tiff.length % 2)
            .order(ByteOrder.LITTLE_ENDIAN);
    all.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(all.capacity() - 8);
    all.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10);
    all.put(new byte[] {8, 0, 0, 0, 63, 0, 0, 31, 0, 0}).put(picture);
    all.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(tiff.length).put(tiff);
    return all.array();
  }

  /** A PNG that ends after its header. */
  private static byte[] pngHeader(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(17);
    header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    CRC32 checksum = new CRC32();
    checksum.update(header.array());
    ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4);
    png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    png.putInt(13).put(header.array()).putInt((int) checksum.getValue());
    return png.array();
  }

  /**
   * A lossless WebP of one colour (WebP Lossless Bitstream Specification): each of the five prefix
   * codes has one symbol, so that a pixel takes no bit at all.
   */
  private static byte[] webp(int width, int height, Color color) {
    BitSet bits = new BitSet();
    int[] end = {0};
    put(bits, end, width - 1, 14);
    put(bits, end, height - 1, 14);
    put(bits, end, 0, 4); // no alpha, version 0
    put(bits, end, 0, 3); // no transform, no colour cache, no meta prefix codes
    for (int symbol :
        new int[] {color.getGreen(), color.getRed(), color.getBlue(), color.getAlpha(), 0}) {
      put(bits, end, 1, 1); // simple code
      put(bits, end, 0, 1); // of one symbol
      put(bits, end, 1, 1); // of eight bits
      put(bits, end, symbol, 8);
    }
    int length = 1 + (end[0] + 7) / 8;
    ByteBuffer webp = ByteBuffer.allocate(20 + length + length % 2).order(ByteOrder.LITTLE_ENDIAN);
    webp.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(webp.capacity() - 8);
    webp.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(length);
    webp.put((byte) 0x2F).put(bits.toByteArray());
    return webp.array();
  }

  private static void put(BitSet bits, int[] end, int value, int count) {
    for (int i = 0; i < count; i++) {
      bits.set(end[0]++, (value >> i & 1) == 1);
    }
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
