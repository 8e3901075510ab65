package kr.gonggu.chat.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.chat.domain.Entry;
import kr.gonggu.chat.domain.Membership;
import kr.gonggu.chat.domain.Room;
import kr.gonggu.chat.domain.RoomSummary;
import kr.gonggu.chat.domain.Rooms;

/** Rooms in the database. */
@ApplicationScoped
public class JpaRooms implements Rooms {

  // Every membership has its room; it is an outer join all the same because EclipseLink moves inner
  // ones behind the outer ones that refer to them.
  private static final String MY_ROOMS =
      "SELECT r, m, e, s.nickname FROM Membership m"
          + " LEFT JOIN Room r ON r.id = m.id.roomId"
          + " LEFT JOIN RoomEntry e ON e.id.roomId = r.id AND e.id.seq = COALESCE(m.leftSeq, r.lastSeq)"
          + " LEFT JOIN KnownMember s ON s.id = e.memberId"
          + " WHERE m.id.memberId = :member";

  @PersistenceContext(unitName = "chat")
  EntityManager entityManager;

  @Override
  public void add(Room room) {
    entityManager.persist(room);
    // Rows that refer to it come later in this transaction, and nothing tells JPA of that order.
    entityManager.flush();
  }

  @Override
  public Optional<Room> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Room.class, id));
  }

  @Override
  public Optional<Room> lock(UUID id) {
    return Optional.ofNullable(entityManager.find(Room.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public List<RoomSummary> of(UUID memberId, Place before, int limit) {
    String after = before == null ? "" : " AND (r.lastAt < :at OR r.lastAt = :at AND r.id < :id)";
    TypedQuery<Object[]> query =
        entityManager
            .createQuery(MY_ROOMS + after + " ORDER BY r.lastAt DESC, r.id DESC", Object[].class)
            .setParameter("member", memberId)
            .setMaxResults(limit);
    if (before != null) {
      query.setParameter("at", before.lastAt()).setParameter("id", before.id());
    }
    return query.getResultList().stream().map(JpaRooms::summary).toList();
  }

  private static RoomSummary summary(Object[] row) {
    Room room = (Room) row[0];
    Membership membership = (Membership) row[1];
    Entry last = (Entry) row[2];
    return new RoomSummary(
        room.id(),
        room.heading(),
        room.dealStatus(),
        membership.present() && room.open(),
        last == null ? null : last.as((String) row[3]),
        room.lastAt(),
        membership.unread(room.messages()),
        membership.visibleTo(room.lastSeq()),
        membership.readSeq());
  }

  @Override
  public Map<UUID, Long> lastSeqs(Collection<UUID> ids) {
    Map<UUID, Long> seqs = new HashMap<>();
    if (!ids.isEmpty()) {
      entityManager
          .createQuery("SELECT r.id, r.lastSeq FROM Room r WHERE r.id IN :ids", Object[].class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(row -> seqs.put((UUID) row[0], (Long) row[1]));
    }
    return seqs;
  }
}
