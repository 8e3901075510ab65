package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.gonggu.chat.domain.ChatError;
import kr.gonggu.chat.domain.ChatEvents;
import kr.gonggu.chat.domain.Draft;
import kr.gonggu.chat.domain.Entries;
import kr.gonggu.chat.domain.Entry;
import kr.gonggu.chat.domain.EntryView;
import kr.gonggu.chat.domain.Memberships;
import kr.gonggu.chat.domain.Memberships.Named;
import kr.gonggu.chat.domain.MessageSent;
import kr.gonggu.chat.domain.Room;
import kr.gonggu.chat.domain.RoomFeed;
import kr.gonggu.chat.domain.Rooms;
import kr.gonggu.lib.error.Refusal;

/**
 * Members say something in a room: stored, numbered, told to the other services and seen live.
 *
 * <p>What several members say in one room at the same moment shares one transaction, since the room
 * can only grow one commit at a time.
 */
@ApplicationScoped
public class PostMessages {

  @Inject Rooms rooms;
  @Inject Memberships memberships;
  @Inject Entries entries;
  @Inject ChatEvents events;
  @Inject RoomFeed feed;
  @Inject Clock clock;

  /**
   * Something to say.
   *
   * @param senderId who
   * @param draft what
   */
  public record Post(UUID senderId, Draft draft) {}

  /**
   * Stored, now or when it was first sent.
   *
   * @param seq number of the message in its room
   * @param at when it was stored, UTC
   */
  public record Receipt(long seq, Instant at) {}

  /**
   * What became of a post.
   *
   * @param receipt null when refused
   * @param refusal null when stored
   */
  public record Outcome(Receipt receipt, Refusal refusal) {

    static Outcome stored(Entry entry) {
      return new Outcome(new Receipt(entry.seq(), entry.at()), null);
    }

    static Outcome refused(Refusal refusal) {
      return new Outcome(null, refusal);
    }

    /**
     * The receipt.
     *
     * @throws Refusal when there is none
     */
    public Receipt orThrow() {
      if (refusal != null) {
        throw refusal;
      }
      return receipt;
    }
  }

  /**
   * Stores messages in the order given. A message that its sender has sent before under the same
   * name is not stored again: it gets the receipt of the first.
   *
   * @return one outcome per post, in the same order; one that is refused does not touch the others
   */
  @Transactional
  public List<Outcome> post(UUID roomId, List<Post> posts) {
    Optional<Room> found = rooms.lock(roomId);
    if (found.isEmpty()) {
      Refusal unknown = new Refusal(ChatError.ROOM_NOT_FOUND, "There is no such room.");
      return posts.stream().map(post -> Outcome.refused(unknown)).toList();
    }
    Room room = found.get();
    Map<UUID, Named> members =
        memberships.inRoom(roomId).stream()
            .collect(Collectors.toMap(named -> named.membership().memberId(), Function.identity()));
    Map<Entries.Sent, Entry> stored = new HashMap<>();
    for (Entry entry : entries.known(roomId, posts.stream().map(PostMessages::name).toList())) {
      stored.put(new Entries.Sent(entry.memberId(), entry.clientId()), entry);
    }

    Instant now = Now.of(clock);
    List<Outcome> outcomes = new ArrayList<>(posts.size());
    List<EntryView> appended = new ArrayList<>(posts.size());
    for (Post post : posts) {
      try {
        Entry entry = stored.get(name(post));
        if (entry == null) {
          Named sender = members.get(post.senderId());
          if (sender == null) {
            throw new Refusal(
                ChatError.NOT_IN_ROOM,
                "Only the host and those who joined the deal can write here.");
          }
          entry = room.say(sender.membership(), post.draft(), now);
          entries.add(entry);
          stored.put(name(post), entry);
          appended.add(entry.as(sender.nickname()));
        }
        outcomes.add(Outcome.stored(entry));
      } catch (Refusal refusal) {
        outcomes.add(Outcome.refused(refusal));
      }
    }
    appended.forEach(message -> events.messageSent(event(room, message, members)));
    feed.appended(appended);
    return outcomes;
  }

  private static Entries.Sent name(Post post) {
    return new Entries.Sent(post.senderId(), post.draft().clientId());
  }

  private static MessageSent event(Room room, EntryView message, Map<UUID, Named> members) {
    return new MessageSent(
        room.id(),
        room.title(),
        message.seq(),
        message.member().id(),
        message.member().nickname(),
        message.text(),
        message.imageId(),
        message.at(),
        members.values().stream()
            .filter(named -> named.membership().present())
            .map(named -> named.membership().memberId())
            .filter(id -> !id.equals(message.member().id()))
            .toList());
  }
}
