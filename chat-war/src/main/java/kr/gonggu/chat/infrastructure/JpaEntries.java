package kr.gonggu.chat.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.gonggu.chat.domain.Entries;
import kr.gonggu.chat.domain.Entry;
import kr.gonggu.chat.domain.EntryView;

/** Messages and notices in the database. */
@ApplicationScoped
public class JpaEntries implements Entries {

  private static final String NAMED =
      "SELECT e, s.nickname FROM RoomEntry e LEFT JOIN KnownMember s ON s.id = e.memberId"
          + " WHERE e.id.roomId = :room AND ";

  @PersistenceContext(unitName = "chat")
  EntityManager entityManager;

  @Override
  public void add(Entry entry) {
    entityManager.persist(entry);
  }

  @Override
  public List<Entry> known(UUID roomId, Collection<Sent> names) {
    // By the two lists rather than by pairs, which JPQL cannot say: the index leads to every
    // sender's
    // names all the same, and a foreign pair is dropped here.
    Set<Sent> wanted = new HashSet<>(names);
    return entityManager
        .createQuery(
            "SELECT e FROM RoomEntry e WHERE e.id.roomId = :room AND e.memberId IN :senders"
                + " AND e.clientId IN :names",
            Entry.class)
        .setParameter("room", roomId)
        .setParameter("senders", names.stream().map(Sent::senderId).collect(Collectors.toSet()))
        .setParameter("names", names.stream().map(Sent::clientId).collect(Collectors.toSet()))
        .getResultList()
        .stream()
        .filter(entry -> wanted.contains(new Sent(entry.memberId(), entry.clientId())))
        .toList();
  }

  @Override
  public List<EntryView> after(UUID roomId, long after, long upTo, int limit) {
    return entityManager
        .createQuery(
            NAMED + "e.id.seq > :after AND e.id.seq <= :upTo ORDER BY e.id.seq", Object[].class)
        .setParameter("room", roomId)
        .setParameter("after", after)
        .setParameter("upTo", upTo)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(JpaEntries::view)
        .toList();
  }

  @Override
  public List<EntryView> before(UUID roomId, long before, int limit) {
    List<EntryView> latest =
        new ArrayList<>(
            entityManager
                .createQuery(NAMED + "e.id.seq < :before ORDER BY e.id.seq DESC", Object[].class)
                .setParameter("room", roomId)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(JpaEntries::view)
                .toList());
    Collections.reverse(latest);
    return latest;
  }

  private static EntryView view(Object[] row) {
    return ((Entry) row[0]).as((String) row[1]);
  }
}
