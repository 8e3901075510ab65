package kr.gonggu.chat.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.gonggu.chat.domain.Membership;
import kr.gonggu.chat.domain.MembershipId;
import kr.gonggu.chat.domain.Memberships;

/** Places in rooms in the database. */
@ApplicationScoped
public class JpaMemberships implements Memberships {

  private static final int MOST_MARKS = 64;

  private static final String VISITS =
      "SELECT m.id.memberId, m.id.roomId, m.joinedSeq, r.lastSeq FROM Membership m"
          + " JOIN Room r ON r.id = m.id.roomId WHERE m.leftSeq IS NULL AND ";

  @PersistenceContext(unitName = "chat")
  EntityManager entityManager;

  @Override
  public void add(Membership membership) {
    entityManager.persist(membership);
  }

  @Override
  public Optional<Membership> find(UUID roomId, UUID memberId) {
    return Optional.ofNullable(
        entityManager.find(Membership.class, new MembershipId(roomId, memberId)));
  }

  @Override
  public List<Named> places(UUID roomId, Collection<UUID> memberIds) {
    return entityManager
        .createQuery(
            "SELECT m, s.nickname FROM Membership m JOIN KnownMember s ON s.id = m.id.memberId"
                + " WHERE m.id.roomId = :room AND m.id.memberId IN :members",
            Object[].class)
        .setParameter("room", roomId)
        .setParameter("members", memberIds)
        .getResultList()
        .stream()
        .map(row -> new Named((Membership) row[0], (String) row[1]))
        .toList();
  }

  @Override
  public List<UUID> present(UUID roomId) {
    return entityManager
        .createQuery(
            "SELECT m.id.memberId FROM Membership m"
                + " WHERE m.id.roomId = :room AND m.leftSeq IS NULL",
            UUID.class)
        .setParameter("room", roomId)
        .getResultList();
  }

  @Override
  public List<Visit> visits(Collection<UUID> memberIds) {
    return visits("m.id.memberId IN :which", memberIds);
  }

  @Override
  public List<Visit> visitors(UUID roomId) {
    return visits("m.id.roomId = :which", roomId);
  }

  private List<Visit> visits(String condition, Object which) {
    return entityManager
        .createQuery(VISITS + condition, Object[].class)
        .setParameter("which", which)
        .getResultList()
        .stream()
        .map(row -> new Visit((UUID) row[0], (UUID) row[1], (Long) row[2], (Long) row[3]))
        .toList();
  }

  @Override
  public List<ReadMark> marks(UUID roomId) {
    return entityManager
        .createQuery(
            "SELECT m.id.memberId, m.readSeq FROM Membership m"
                + " WHERE m.id.roomId = :room AND m.leftSeq IS NULL",
            Object[].class)
        .setParameter("room", roomId)
        .getResultList()
        .stream()
        .map(row -> new ReadMark(roomId, (UUID) row[0], (Long) row[1]))
        .toList();
  }

  @Override
  public void read(Collection<ReadMark> marks) {
    // In an order, so that two instances that store marks at once cannot lock each other out.
    marks.stream()
        .collect(Collectors.groupingBy(ReadMark::roomId, TreeMap::new, Collectors.toList()))
        .forEach(
            (roomId, ofRoom) -> {
              List<ReadMark> ordered =
                  ofRoom.stream().sorted(Comparator.comparing(ReadMark::memberId)).toList();
              for (int i = 0; i < ordered.size(); i += MOST_MARKS) {
                read(roomId, ordered.subList(i, Math.min(i + MOST_MARKS, ordered.size())));
              }
            });
  }

  /** One statement, however many have read and however far each of them. */
  private void read(UUID roomId, List<ReadMark> marks) {
    // Few sizes, so that the database knows the statement: the last mark fills it up.
    int size = Integer.highestOneBit(2 * marks.size() - 1);
    StringBuilder seqs = new StringBuilder();
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < size; i++) {
      int member = 2 + 2 * i;
      seqs.append(" WHEN ?%d THEN CAST(?%d AS SIGNED)".formatted(member, member + 1));
      members.append(i == 0 ? "?" : ",?").append(member);
    }
    Query update =
        entityManager
            .createNativeQuery(
                "UPDATE membership m JOIN entry e ON e.room_id = m.room_id"
                    + " AND e.seq = CASE m.member_id"
                    + seqs
                    + " END SET m.read_seq = e.seq, m.read_messages = e.messages"
                    + " WHERE m.room_id = ?1 AND m.read_seq < e.seq AND m.member_id IN ("
                    + members
                    + ")")
            .setParameter(1, roomId.toString());
    for (int i = 0; i < size; i++) {
      ReadMark mark = marks.get(Math.min(i, marks.size() - 1));
      update.setParameter(2 + 2 * i, mark.memberId().toString());
      update.setParameter(3 + 2 * i, mark.seq());
    }
    update.executeUpdate();
  }
}
