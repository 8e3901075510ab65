package kr.gonggu.deal.domain;

import java.util.List;
import java.util.UUID;

/** What happened to deals, for everybody else. Told if and only if the transaction commits. */
public interface DealEvents {

  /** A deal was opened. */
  void opened(Deal deal, String hostNickname);

  /** The host changed a deal. */
  void changed(Deal deal, String hostNickname);

  /** A member joined and has its shares for certain. */
  void enrollmentConfirmed(Deal deal, Enrollment enrollment, String memberNickname);

  /** A participant has more or fewer shares than before. */
  void enrollmentChanged(Deal deal, Enrollment enrollment, String memberNickname);

  /** A participant left. */
  void enrollmentCancelled(Deal deal, Enrollment enrollment, String memberNickname);

  /** The last share was taken. */
  void full(Deal deal, List<UUID> memberIds);

  /** The host cancelled a deal, and with it the enrolments of these members. */
  void cancelled(Deal deal, List<UUID> memberIds);

  /** The host moved a deal on, from a status by a step. */
  void statusChanged(Deal deal, DealStatus from, DealStep step, List<UUID> memberIds);

  /** A participant says that it has its goods. */
  void received(Deal deal, Enrollment enrollment, String memberNickname);

  /**
   * The deadline is near.
   *
   * @param hoursLeft one of {@link Deal#REMINDERS}
   */
  void closingSoon(Deal deal, int hoursLeft, List<UUID> memberIds);

  /** The deadline passed before the deal was full. */
  void expired(Deal deal, List<UUID> memberIds);
}
