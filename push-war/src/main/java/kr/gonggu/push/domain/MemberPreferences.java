package kr.gonggu.push.domain;

import java.util.UUID;

/** The preferences of all members. */
public interface MemberPreferences {

  /** What a member has chosen, or {@link Preferences#USUAL}. */
  Preferences of(UUID member);

  /** Replaces what a member has chosen. */
  void put(UUID member, Preferences preferences);

  /** Forgets what a member has chosen. */
  void erase(UUID member);
}
