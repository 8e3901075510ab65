package kr.gonggu.deal.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;

/** All enrolments. Changes need the deal's lock ({@link Deals#lock}, {@link Deals#takeShares}). */
public interface Enrollments {

  /**
   * Adds an enrolment.
   *
   * @throws Refusal {@code ALREADY_JOINED} when the member has a live one in the same deal
   */
  void add(Enrollment enrollment);

  /** A member's live enrolment in a deal. */
  Optional<Enrollment> live(UUID dealId, UUID memberId);

  /** Members with a live enrolment in a deal, in the order of joining. */
  List<UUID> memberIds(UUID dealId);

  /** Ends every live enrolment of a deal that its host has cancelled. */
  void endAllByHost(UUID dealId);
}
