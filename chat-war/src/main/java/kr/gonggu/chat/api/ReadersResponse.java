package kr.gonggu.chat.api;

import java.util.List;
import java.util.UUID;
import kr.gonggu.chat.domain.Memberships.ReadMark;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far everybody in a room has read.
 *
 * @param items who is in the room now, in no order
 */
@Schema(
    name = "Readers",
    requiredProperties = {"items"})
public record ReadersResponse(List<Reader> items) {

  /**
   * One of them.
   *
   * @param memberId who
   * @param seq read up to this number; who came in has nothing to read of what was said before
   */
  @Schema(
      name = "Reader",
      requiredProperties = {"memberId", "seq"})
  public record Reader(UUID memberId, @Schema(example = "42") long seq) {

    static Reader of(ReadMark mark) {
      return new Reader(mark.memberId(), mark.seq());
    }
  }

  static ReadersResponse of(List<ReadMark> marks) {
    return new ReadersResponse(marks.stream().map(Reader::of).toList());
  }
}
