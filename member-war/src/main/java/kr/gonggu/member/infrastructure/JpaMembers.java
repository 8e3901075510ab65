package kr.gonggu.member.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.Email;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.MemberError;
import kr.gonggu.member.domain.Members;
import kr.gonggu.member.domain.Nickname;
import kr.gonggu.member.domain.PasswordHash;

/**
 * Accounts in the database. Its unique keys decide who was first, so no question beforehand is
 * needed and none could be trusted.
 */
@ApplicationScoped
public class JpaMembers implements Members {

  /** MySQL names the key at the end: {@code … for key 'member.member_nickname'}. */
  private static final Pattern KEY = Pattern.compile(" for key '(?:[^']*\\.)?([a-z_]+)'$");

  @PersistenceContext(unitName = "member")
  EntityManager entityManager;

  @Override
  public void add(Member member) {
    entityManager.persist(member);
    flush();
  }

  @Override
  public void save(Member member) {
    flush();
  }

  @Override
  public void remove(Member member) {
    entityManager.remove(member);
  }

  private void flush() {
    try {
      entityManager.flush();
    } catch (PersistenceException e) {
      throw taken(e).orElseThrow(() -> e);
    }
  }

  private static Optional<Refusal> taken(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLIntegrityConstraintViolationException) {
        Matcher key = KEY.matcher(cause.getMessage());
        return key.find() ? taken(key.group(1)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> taken(String key) {
    return switch (key) {
      case "member_nickname" ->
          Optional.of(Refusal.field(MemberError.NICKNAME_TAKEN, "nickname", "is taken"));
      case "member_email" ->
          Optional.of(Refusal.field(MemberError.EMAIL_TAKEN, "email", "is taken"));
      default -> Optional.empty();
    };
  }

  @Override
  public Member get(UUID id) {
    return find(id).orElseThrow(JpaMembers::notFound);
  }

  private static Refusal notFound() {
    return new Refusal(CommonError.NOT_FOUND, "There is no such member.");
  }

  @Override
  public Member getAlone(UUID id) {
    return Optional.ofNullable(entityManager.find(Member.class, id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(JpaMembers::notFound);
  }

  @Override
  public Optional<Member> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Member.class, id));
  }

  @Override
  public List<Member> findAll(Collection<UUID> ids) {
    return entityManager
        .createQuery("SELECT m FROM Member m WHERE m.id IN :ids", Member.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  @Override
  public Optional<Member> find(Nickname nickname) {
    return first(
        entityManager
            .createQuery("SELECT m FROM Member m WHERE m.nickname = :nickname", Member.class)
            .setParameter("nickname", nickname.value()));
  }

  @Override
  public Optional<Member> find(Email email) {
    return first(
        entityManager
            .createQuery("SELECT m FROM Member m WHERE m.email = :email", Member.class)
            .setParameter("email", email.value()));
  }

  @Override
  public boolean taken(Nickname nickname) {
    return first(
            entityManager
                .createQuery("SELECT m.id FROM Member m WHERE m.nickname = :nickname", UUID.class)
                .setParameter("nickname", nickname.value()))
        .isPresent();
  }

  @Override
  public boolean taken(Email email) {
    return first(
            entityManager
                .createQuery("SELECT m.id FROM Member m WHERE m.email = :email", UUID.class)
                .setParameter("email", email.value()))
        .isPresent();
  }

  private static <T> Optional<T> first(TypedQuery<T> query) {
    return query.getResultStream().findFirst();
  }

  @Override
  public boolean replaceHash(UUID id, PasswordHash old, PasswordHash better) {
    return entityManager
            .createQuery(
                "UPDATE Member m SET m.passwordHash = :better"
                    + " WHERE m.id = :id AND m.passwordHash = :old")
            .setParameter("id", id)
            .setParameter("old", old.phc())
            .setParameter("better", better.phc())
            .executeUpdate()
        == 1;
  }
}
