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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import kr.gonggu.chat.domain.Pictures;
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
  @Inject Pictures pictures;
  @Inject Lookers lookers;
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
    Map<UUID, Named> senders =
        memberships
            .places(roomId, posts.stream().map(Post::senderId).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(named -> named.membership().memberId(), Function.identity()));
    Map<Entries.Sent, Entry> stored = new HashMap<>();
    for (Entry entry : entries.known(roomId, posts.stream().map(PostMessages::name).toList())) {
      stored.put(new Entries.Sent(entry.memberId(), entry.clientId()), entry);
    }

    Map<UUID, UUID> uploaders = uploaders(posts);
    Instant now = Now.of(clock);
    List<Outcome> outcomes = new ArrayList<>(posts.size());
    List<EntryView> appended = new ArrayList<>(posts.size());
    for (Post post : posts) {
      try {
        Entry entry = stored.get(name(post));
        if (entry == null) {
          Named sender = senders.get(post.senderId());
          if (sender == null) {
            throw new Refusal(
                ChatError.NOT_IN_ROOM,
                "Only the host and those who joined the deal can write here.");
          }
          mustBeOwn(post, uploaders);
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
    if (!appended.isEmpty()) {
      List<UUID> present = memberships.present(roomId);
      Set<UUID> looking = lookers.at(roomId);
      events.messagesSent(
          roomId, appended.stream().map(each -> event(room, each, present, looking)).toList());
      feed.appended(appended);
    }
    return outcomes;
  }

  private Map<UUID, UUID> uploaders(List<Post> posts) {
    Set<UUID> ids =
        posts.stream()
            .map(post -> post.draft().imageId())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return ids.isEmpty() ? Map.of() : pictures.uploaders(ids);
  }

  /** Whoever could attach any picture could look at it. */
  private static void mustBeOwn(Post post, Map<UUID, UUID> uploaders) {
    UUID imageId = post.draft().imageId();
    if (imageId != null && !post.senderId().equals(uploaders.get(imageId))) {
      throw Refusal.field(
          ChatError.NO_SUCH_IMAGE, "imageId", "You have uploaded no picture with this id.");
    }
  }

  private static Entries.Sent name(Post post) {
    return new Entries.Sent(post.senderId(), post.draft().clientId());
  }

  private static MessageSent event(
      Room room, EntryView message, List<UUID> present, Set<UUID> looking) {
    UUID sender = message.member().id();
    List<UUID> others = present.stream().filter(id -> !id.equals(sender)).toList();
    List<UUID> lookers = others.stream().filter(looking::contains).toList();
    return new MessageSent(
        room.id(),
        room.heading().title(),
        message.seq(),
        sender,
        message.member().nickname(),
        message.text(),
        message.imageId(),
        message.at(),
        others,
        lookers.isEmpty() ? null : lookers);
  }
}
