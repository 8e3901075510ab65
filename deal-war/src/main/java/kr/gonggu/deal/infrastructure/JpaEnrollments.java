package kr.gonggu.deal.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.deal.domain.CancelledBy;
import kr.gonggu.deal.domain.DealError;
import kr.gonggu.deal.domain.Enrollment;
import kr.gonggu.deal.domain.EnrollmentStatus;
import kr.gonggu.deal.domain.Enrollments;
import kr.gonggu.lib.error.Refusal;

/** Enrolments in the database. */
@ApplicationScoped
public class JpaEnrollments implements Enrollments {

  /** Unique key of the migration: one live enrolment per deal and member. */
  private static final String ONCE = "enrollment_once";

  @PersistenceContext(unitName = "deal")
  EntityManager entityManager;

  @Override
  public void add(Enrollment enrollment) {
    entityManager.persist(enrollment);
    try {
      entityManager.flush();
    } catch (PersistenceException e) {
      if (joinedTwice(e)) {
        throw new Refusal(
            DealError.ALREADY_JOINED, "You have joined already: change the quantity instead.");
      }
      throw e;
    }
  }

  private static boolean joinedTwice(PersistenceException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLIntegrityConstraintViolationException violation) {
        return violation.getMessage().contains(ONCE);
      }
    }
    return false;
  }

  @Override
  public Optional<Enrollment> live(UUID dealId, UUID memberId) {
    return entityManager
        .createQuery(
            "SELECT e FROM Enrollment e"
                + " WHERE e.dealId = :deal AND e.memberId = :member AND e.status <> :over",
            Enrollment.class)
        .setParameter("deal", dealId)
        .setParameter("member", memberId)
        .setParameter("over", EnrollmentStatus.CANCELLED)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<UUID> memberIds(UUID dealId) {
    return entityManager
        .createQuery(
            "SELECT e.memberId FROM Enrollment e"
                + " WHERE e.dealId = :deal AND e.status <> :over ORDER BY e.id",
            UUID.class)
        .setParameter("deal", dealId)
        .setParameter("over", EnrollmentStatus.CANCELLED)
        .getResultList();
  }

  @Override
  public void endAllByHost(UUID dealId) {
    entityManager
        .createQuery(
            "UPDATE Enrollment e SET e.status = :over, e.cancelledBy = :host"
                + " WHERE e.dealId = :deal AND e.status <> :over")
        .setParameter("over", EnrollmentStatus.CANCELLED)
        .setParameter("host", CancelledBy.HOST)
        .setParameter("deal", dealId)
        .executeUpdate();
  }
}
