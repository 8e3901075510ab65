package kr.gonggu.lib.image;

/**
 * A picture made anew: JPEG, upright, without metadata.
 *
 * @param full longest side 1600 pixels at most
 * @param thumb longest side 480 pixels at most
 * @param width of {@code full} in pixels
 * @param height of {@code full} in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way from codec to column, never compared
public record EncodedImage(byte[] full, byte[] thumb, int width, int height) {}
