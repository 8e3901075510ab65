package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import kr.gonggu.chat.domain.Memberships;
import kr.gonggu.chat.domain.Memberships.ReadMark;

/** Members have read. */
@ApplicationScoped
public class MarkRead {

  @Inject Memberships memberships;

  /** Moves the marks forward; a mark never moves back, and nobody else's moves. */
  @Transactional
  public void mark(Collection<ReadMark> marks) {
    memberships.read(marks);
  }
}
