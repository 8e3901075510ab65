package kr.gonggu.chat.domain;

import java.util.Map;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;

/** Writes what connections are told; each is made once however many hear it. */
public interface Frames {

  /** A message or notice. */
  String entry(EntryView entry);

  /** A member writes at this moment. */
  String typing(UUID roomId, UUID memberId);

  /** A member has read up to a number. */
  String read(UUID roomId, UUID memberId, long seq);

  /**
   * The end of a catch-up.
   *
   * @param rooms up to which number each was told
   */
  String synced(Map<UUID, Long> rooms);

  /**
   * A refusal that concerns a room.
   *
   * @param roomId the room, or null
   * @param clientId the sender's own name for the message at fault, or null
   */
  String error(Refusal refusal, UUID roomId, String clientId);
}
