package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.gonggu.push.domain.PushServices;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The push services that the operator trusts. */
@ApplicationScoped
public class PushConfiguration {

  @Inject
  @ConfigProperty(name = "gonggu.push.origins")
  Optional<List<String>> moreOrigins;

  private volatile PushServices services;

  /** The well-known ones and those of {@code gonggu.push.origins}. */
  @Produces
  public PushServices services() {
    PushServices known = services;
    if (known == null) {
      known = new PushServices(Set.copyOf(moreOrigins.orElse(List.of())));
      services = known;
    }
    return known;
  }
}
