package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.gonggu.push.domain.MemberPreferences;
import kr.gonggu.push.domain.NotificationKind;
import kr.gonggu.push.domain.Preferences;
import kr.gonggu.push.domain.QuietHours;

/** Preferences in the service's schema; no row means the usual ones. */
@ApplicationScoped
public class JpaMemberPreferences implements MemberPreferences {

  /** What {@link #preferences} reads, of a table {@code p}. */
  static final String COLUMNS =
      "p.muted, TIME_FORMAT(p.quiet_from, '%H:%i'), TIME_FORMAT(p.quiet_until, '%H:%i')";

  @PersistenceContext(unitName = "push")
  EntityManager entityManager;

  @Override
  public Preferences of(UUID member) {
    List<?> found =
        entityManager
            .createNativeQuery("SELECT " + COLUMNS + " FROM preference p WHERE p.member_id = ?1")
            .setParameter(1, member.toString())
            .getResultList();
    return found.isEmpty() ? Preferences.USUAL : preferences((Object[]) found.get(0), 0);
  }

  @Override
  public void put(UUID member, Preferences preferences) {
    QuietHours quiet = preferences.quietHours();
    entityManager
        .createNativeQuery(
            "INSERT INTO preference (member_id, muted, quiet_from, quiet_until)"
                + " VALUES (?1, ?2, ?3, ?4) AS new ON DUPLICATE KEY UPDATE muted = new.muted,"
                + " quiet_from = new.quiet_from, quiet_until = new.quiet_until")
        .setParameter(1, member.toString())
        .setParameter(
            2,
            preferences.muted().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
        .setParameter(3, quiet == null ? null : quiet.from().toString())
        .setParameter(4, quiet == null ? null : quiet.until().toString())
        .executeUpdate();
  }

  @Override
  public void erase(UUID member) {
    entityManager
        .createNativeQuery("DELETE FROM preference WHERE member_id = ?1")
        .setParameter(1, member.toString())
        .executeUpdate();
  }

  /** Preferences from {@link #COLUMNS}, of which the first stands at an index. */
  static Preferences preferences(Object[] row, int first) {
    String muted = (String) row[first];
    if (muted == null) {
      return Preferences.USUAL;
    }
    Set<NotificationKind> kinds =
        Arrays.stream(muted.split(","))
            .filter(kind -> !kind.isEmpty())
            .map(NotificationKind::valueOf)
            .collect(Collectors.toSet());
    return new Preferences(
        kinds,
        row[first + 1] == null
            ? null
            : new QuietHours(
                LocalTime.parse((String) row[first + 1]),
                LocalTime.parse((String) row[first + 2])));
  }
}
