package kr.gonggu.push.infrastructure;

import static kr.gonggu.lib.json.Jsonp.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.gonggu.push.domain.Interest;
import kr.gonggu.push.domain.Interests;

/** Words and places in the service's schema. */
@ApplicationScoped
public class JpaInterests implements Interests {

  /** Column {@code word}; parameter 1 is the text that {@link #json} makes. */
  private static final String WORDS =
      " JSON_TABLE(?1, '$[*]' COLUMNS (word VARCHAR(20) CHARACTER SET utf8mb4"
          + " COLLATE utf8mb4_0900_bin PATH '$')) AS w ";

  @PersistenceContext(unitName = "push")
  EntityManager entityManager;

  @Override
  public void put(Interest interest) {
    erase(interest.memberId());
    Interest.Surroundings place = interest.place();
    if (place == null || interest.words().isEmpty()) {
      return;
    }
    entityManager
        .createNativeQuery(
            "INSERT INTO keyword (word, member_id, latitude, longitude, radius_m)"
                + " SELECT DISTINCT w.word, ?2, ?3, ?4, ?5 FROM"
                + WORDS
                + "WHERE w.word IS NOT NULL")
        .setParameter(1, json(interest.words()))
        .setParameter(2, interest.memberId().toString())
        .setParameter(3, place.latitude())
        .setParameter(4, place.longitude())
        .setParameter(5, place.radiusMeters())
        .executeUpdate();
  }

  @Override
  public void erase(UUID member) {
    entityManager
        .createNativeQuery("DELETE FROM keyword WHERE member_id = ?1")
        .setParameter(1, member.toString())
        .executeUpdate();
  }

  @Override
  public Map<UUID, String> waitingFor(Set<String> pieces, double latitude, double longitude) {
    Map<UUID, String> waiting = new HashMap<>();
    for (Object row :
        entityManager
            .createNativeQuery(
                "SELECT k.member_id, k.word FROM"
                    + WORDS
                    + "STRAIGHT_JOIN keyword k FORCE INDEX (PRIMARY) ON k.word = w.word"
                    + " WHERE ST_Distance_Sphere(POINT(k.longitude, k.latitude), POINT(?2, ?3))"
                    + " <= k.radius_m")
            .setParameter(1, json(pieces))
            .setParameter(2, longitude)
            .setParameter(3, latitude)
            .getResultList()) {
      Object[] columns = (Object[]) row;
      waiting.merge(
          UUID.fromString((String) columns[0]),
          (String) columns[1],
          (one, other) -> other.length() > one.length() ? other : one);
    }
    return waiting;
  }

  private static String json(Collection<String> words) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    words.forEach(array::add);
    return array.build().toString();
  }
}
