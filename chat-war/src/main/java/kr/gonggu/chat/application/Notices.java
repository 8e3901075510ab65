package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import kr.gonggu.chat.domain.Entries;
import kr.gonggu.chat.domain.Entry;
import kr.gonggu.chat.domain.Members;
import kr.gonggu.chat.domain.RoomFeed;

/** Stores a notice and lets it be seen. */
@ApplicationScoped
class Notices {

  @Inject Entries entries;
  @Inject Members members;
  @Inject RoomFeed feed;

  void tell(Entry notice) {
    entries.add(notice);
    String nickname = notice.memberId() == null ? null : members.nickname(notice.memberId());
    feed.appended(List.of(notice.as(nickname)));
  }
}
