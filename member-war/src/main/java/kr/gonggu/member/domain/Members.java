package kr.gonggu.member.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;

/** Port: all accounts. */
public interface Members {

  /**
   * Adds an account.
   *
   * @throws Refusal {@code EMAIL_TAKEN} or {@code NICKNAME_TAKEN} when another member was first, be
   *     it by a moment
   */
  void add(Member member);

  /**
   * Writes what was changed of a member found in this transaction.
   *
   * @throws Refusal {@code EMAIL_TAKEN} or {@code NICKNAME_TAKEN}
   */
  void save(Member member);

  /** Erases an account. */
  void remove(Member member);

  /**
   * @throws Refusal {@code NOT_FOUND}
   */
  Member get(UUID id);

  /**
   * The same, after others who change it now are done; until this transaction ends they wait.
   *
   * @throws Refusal {@code NOT_FOUND}
   */
  Member getAlone(UUID id);

  /** A member who may have left. */
  Optional<Member> find(UUID id);

  /** Those of them who have not left, in no order. */
  List<Member> findAll(Collection<UUID> ids);

  /** The member of that nickname, whatever its case. */
  Optional<Member> find(Nickname nickname);

  /** The member of that address. */
  Optional<Member> find(Email email);

  /** Whether some member has this nickname. */
  boolean taken(Nickname nickname);

  /** Whether some member has this address. */
  boolean taken(Email email);

  /**
   * Puts a better hash of the same password in the place of one.
   *
   * @return false when the password was changed meanwhile; then nothing is
   */
  boolean replaceHash(UUID id, PasswordHash old, PasswordHash better);
}
