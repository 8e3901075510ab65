package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.gonggu.member.domain.Member;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who runs this market: {@code gonggu.admins} (environment: {@code GONGGU_ADMINS}), a list of
 * member ids, e-mail addresses or nicknames, separated by commas. It is read at every sign-in and
 * refresh, so an operator who is taken off the list is one no longer after ten minutes.
 *
 * <p>An id names an account for good. A nickname or an address names whoever has it, so list it
 * only after the operator has signed up, and prefer the id.
 */
@ApplicationScoped
public class Operators {

  private static final Set<String> MEMBER = Set.of("member");
  private static final Set<String> ADMIN = Set.of("member", "admin");

  private final Set<String> names;

  /** For the container. */
  protected Operators() {
    names = Set.of();
  }

  /**
   * @param names as configured
   */
  @Inject
  public Operators(@ConfigProperty(name = "gonggu.admins") Optional<List<String>> names) {
    this.names =
        names.orElse(List.of()).stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The groups of a member's access token (MicroProfile JWT 2.1, claim {@code groups}). */
  public Set<String> groups(Member member) {
    boolean operator =
        names.contains(member.id().toString())
            || names.contains(member.email().value())
            || names.contains(member.nickname().value().toLowerCase(Locale.ROOT));
    return operator ? ADMIN : MEMBER;
  }
}
