package kr.gonggu.pay.infrastructure;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.LedgerProof;
import kr.gonggu.pay.domain.LedgerProof.KindSum;

/**
 * Counts the whole ledger. One statement and not several: only then everything is counted at the
 * same moment while money keeps moving.
 */
final class ProofQuery {

  private static final String SQL =
      """
      SELECT 'kind' AS fact, kind, COUNT(*), SUM(balance), SUM(held) FROM account GROUP BY kind
      UNION ALL
      SELECT 'transfers', NULL, COUNT(*), 0, 0 FROM transfer
      UNION ALL
      SELECT 'postings', NULL, COUNT(*), COALESCE(SUM(amount), 0), 0 FROM posting
      UNION ALL
      SELECT 'unbalanced', NULL, COUNT(*), 0, 0 FROM (
        SELECT t.id FROM transfer t LEFT JOIN posting p ON p.transfer_id = t.id
        GROUP BY t.id, t.amount
        HAVING COUNT(p.seq) <> 2 OR SUM(p.amount) <> 0 OR MAX(p.amount) <> t.amount) unbalanced
      UNION ALL
      SELECT 'drifted', NULL, COUNT(*), 0, 0 FROM (
        SELECT a.id FROM account a LEFT JOIN posting p ON p.account_id = a.id
        GROUP BY a.id, a.balance, a.last_seq
        HAVING a.balance <> COALESCE(SUM(p.amount), 0)
          OR COALESCE(a.last_seq, 0) <> COUNT(p.seq)) drifted
      """;

  private ProofQuery() {}

  static LedgerProof run(EntityManager entityManager) {
    List<KindSum> kinds = new ArrayList<>();
    Map<String, long[]> facts = new HashMap<>();
    for (Object row : entityManager.createNativeQuery(SQL).getResultList()) {
      Object[] columns = (Object[]) row;
      long count = number(columns[2]);
      long sum = number(columns[3]);
      if (columns[1] == null) {
        facts.put((String) columns[0], new long[] {count, sum});
      } else {
        kinds.add(
            new KindSum(AccountKind.valueOf((String) columns[1]), count, sum, number(columns[4])));
      }
    }
    kinds.sort((a, b) -> a.kind().compareTo(b.kind()));
    return new LedgerProof(
        List.copyOf(kinds),
        facts.get("transfers")[0],
        facts.get("postings")[0],
        facts.get("postings")[1],
        facts.get("unbalanced")[0],
        facts.get("drifted")[0]);
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }
}
