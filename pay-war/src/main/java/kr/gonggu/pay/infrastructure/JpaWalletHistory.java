package kr.gonggu.pay.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.pay.domain.HistoryEntry;
import kr.gonggu.pay.domain.HistoryFilter;
import kr.gonggu.pay.domain.HistoryFilter.Direction;
import kr.gonggu.pay.domain.HistoryFilter.Order;
import kr.gonggu.pay.domain.HistoryPosition;
import kr.gonggu.pay.domain.Member;
import kr.gonggu.pay.domain.TransferKind;
import kr.gonggu.pay.domain.WalletHistory;

/**
 * A wallet's postings with what else is known of their transfers. Both orders follow an index of
 * {@code posting} that begins with the account, so a page costs the same wherever it stands.
 */
@ApplicationScoped
public class JpaWalletHistory implements WalletHistory {

  private static final String SELECT =
      """
      SELECT p.seq, p.transfer_id, t.kind, p.amount, p.balance_after, p.posted_at,
             CASE c.kind WHEN 'WALLET' THEN c.owner_id END,
             CASE WHEN m.left_at IS NULL THEN m.nickname ELSE ? END, t.deal_id, t.memo
      FROM posting p
      JOIN transfer t ON t.id = p.transfer_id
      JOIN posting o ON o.transfer_id = p.transfer_id AND o.account_id <> p.account_id
      JOIN account c ON c.id = o.account_id
      LEFT JOIN member m ON m.id = c.owner_id AND c.kind = 'WALLET'
      WHERE p.account_id = (SELECT id FROM account WHERE owner_id = ? AND kind = 'WALLET')
      """;

  @PersistenceContext(unitName = "pay")
  EntityManager entityManager;

  @Override
  public List<HistoryEntry> list(
      UUID memberId, HistoryFilter filter, HistoryPosition after, int most) {
    StringBuilder sql = new StringBuilder(SELECT);
    List<Object> parameters = new ArrayList<>();
    parameters.add(Member.PSEUDONYM);
    parameters.add(memberId.toString());
    if (filter.direction() != null) {
      sql.append(filter.direction() == Direction.IN ? " AND p.amount > 0" : " AND p.amount < 0");
    }
    if (filter.kind() != null) {
      sql.append(" AND t.kind = ?");
      parameters.add(filter.kind().name());
    }
    if (filter.from() != null) {
      sql.append(" AND p.posted_at >= ?");
      parameters.add(Timestamp.from(filter.from()));
    }
    if (filter.to() != null) {
      sql.append(" AND p.posted_at < ?");
      parameters.add(Timestamp.from(filter.to()));
    }
    boolean newest = filter.order() == Order.NEWEST;
    String column = newest ? "p.posted_at" : "p.magnitude";
    if (after != null) {
      Object value = newest ? Timestamp.from(after.at()) : (Object) after.magnitude();
      // The first condition says what follows from the second, in a form that MySQL looks up in the
      // index.
      sql.append(" AND ").append(column).append(" <= ?");
      sql.append(" AND (").append(column).append(" < ? OR p.seq < ?)");
      parameters.addAll(List.of(value, value, after.seq()));
    }
    sql.append(" ORDER BY ").append(column).append(" DESC, p.seq DESC");
    return entries(entityManager.createNativeQuery(sql.toString()).setMaxResults(most), parameters);
  }

  @Override
  public Optional<HistoryEntry> find(UUID memberId, UUID transferId) {
    return entries(
            entityManager.createNativeQuery(SELECT + " AND p.transfer_id = ?"),
            List.of(Member.PSEUDONYM, memberId.toString(), transferId.toString()))
        .stream()
        .findAny();
  }

  private static List<HistoryEntry> entries(Query query, List<?> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    List<HistoryEntry> entries = new ArrayList<>();
    for (Object row : query.getResultList()) {
      entries.add(entry((Object[]) row));
    }
    return entries;
  }

  private static HistoryEntry entry(Object[] row) {
    return new HistoryEntry(
        ((Number) row[0]).longValue(),
        UUID.fromString((String) row[1]),
        TransferKind.valueOf((String) row[2]),
        ((Number) row[3]).longValue(),
        ((Number) row[4]).longValue(),
        instant(row[5]),
        id(row[6]),
        (String) row[7],
        id(row[8]),
        (String) row[9]);
  }

  /** A DATETIME, which drivers give as one or the other. */
  private static Instant instant(Object column) {
    return column instanceof Timestamp timestamp
        ? timestamp.toInstant()
        : ((LocalDateTime) column).toInstant(ZoneOffset.UTC);
  }

  private static UUID id(Object column) {
    return column == null ? null : UUID.fromString((String) column);
  }
}
