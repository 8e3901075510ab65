package kr.gonggu.push.domain;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** A client that holds a stream open. */
public interface Listener {

  /** Whose stream it is. */
  UUID memberId();

  /**
   * Sends, and is not called again before that is done.
   *
   * @param news the oldest first
   * @param unread the count after it, or null when the client knows
   * @return completes when the client's connection has taken it, exceptionally when it is gone
   */
  CompletionStage<Void> tell(List<Notification> news, Long unread);

  /**
   * Shows both sides that the line is alive, and is not called while something is being sent.
   *
   * @return as {@link #tell}
   */
  CompletionStage<Void> beat();

  /** Whether the member may hear more: false once the access token has run out. */
  boolean entitled();

  /** Ends the stream; the client may come back. */
  void dismiss();
}
