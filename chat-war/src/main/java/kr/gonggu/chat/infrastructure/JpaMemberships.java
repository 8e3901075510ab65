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
import java.util.stream.IntStream;
import kr.gonggu.chat.domain.Membership;
import kr.gonggu.chat.domain.MembershipId;
import kr.gonggu.chat.domain.Memberships;

/** Places in rooms in the database. */
@ApplicationScoped
public class JpaMemberships implements Memberships {

  private static final String VISITS =
      "SELECT m.id.memberId, m.id.roomId, m.joinedSeq, r.lastSeq FROM Membership m"
          + " JOIN Room r ON r.id = m.id.roomId WHERE m.leftSeq IS NULL AND ";

  @PersistenceContext(unitName = "chat")
  EntityManager entityManager;

  /** Marks of one room at one number are one statement. */
  private record Mark(UUID roomId, long seq) {}

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
  public List<Named> inRoom(UUID roomId) {
    return entityManager
        .createQuery(
            "SELECT m, s.nickname FROM Membership m JOIN KnownMember s ON s.id = m.id.memberId"
                + " WHERE m.id.roomId = :room",
            Object[].class)
        .setParameter("room", roomId)
        .getResultList()
        .stream()
        .map(row -> new Named((Membership) row[0], (String) row[1]))
        .toList();
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
  public void read(Collection<ReadMark> marks) {
    // In an order, so that two instances that store marks at once cannot lock each other out.
    marks.stream()
        .collect(
            Collectors.groupingBy(
                mark -> new Mark(mark.roomId(), mark.seq()),
                () -> new TreeMap<>(Comparator.comparing(Mark::roomId).thenComparing(Mark::seq)),
                Collectors.mapping(mark -> mark.memberId().toString(), Collectors.toList())))
        .forEach(this::read);
  }

  private void read(Mark mark, List<String> members) {
    String placeholders =
        IntStream.range(0, members.size())
            .mapToObj(i -> "?" + (i + 3))
            .collect(Collectors.joining(","));
    Query update =
        entityManager
            .createNativeQuery(
                "UPDATE membership m JOIN entry e ON e.room_id = m.room_id AND e.seq = ?2"
                    + " SET m.read_seq = e.seq, m.read_messages = e.messages"
                    + " WHERE m.room_id = ?1 AND m.read_seq < e.seq AND m.member_id IN ("
                    + placeholders
                    + ")")
            .setParameter(1, mark.roomId().toString())
            .setParameter(2, mark.seq());
    for (int i = 0; i < members.size(); i++) {
      update.setParameter(i + 3, members.get(i));
    }
    update.executeUpdate();
  }
}
