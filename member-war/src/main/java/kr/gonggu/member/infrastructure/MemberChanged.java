package kr.gonggu.member.infrastructure;

import java.util.List;
import java.util.UUID;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.Neighbourhood;

/**
 * Payload of {@code MemberChanged}: the whole of what others may know, so that the last one is
 * enough.
 *
 * @param neighbourhood on the 500 m grid, or null while the member has said none
 */
public record MemberChanged(
    UUID memberId, String nickname, CoarseNeighbourhood neighbourhood, List<String> keywords) {

  /** The middle of a grid cell, in degrees, and a reach in metres. */
  public record CoarseNeighbourhood(
      double latitude, double longitude, String label, int radiusMeters) {

    static CoarseNeighbourhood of(Neighbourhood exact) {
      Neighbourhood coarse = exact.coarse();
      return new CoarseNeighbourhood(
          coarse.latitude(), coarse.longitude(), coarse.label(), coarse.radiusMeters());
    }
  }

  static MemberChanged of(Member member) {
    return new MemberChanged(
        member.id(),
        member.nickname().value(),
        member.neighbourhood().map(CoarseNeighbourhood::of).orElse(null),
        member.keywords().words());
  }
}
