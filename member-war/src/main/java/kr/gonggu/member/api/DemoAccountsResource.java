package kr.gonggu.member.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import kr.gonggu.member.api.DemoAccountsResponse.DemoAccount;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For a market that was filled to be tried: with whose accounts one may do so. */
@Path("/demo-accounts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class DemoAccountsResource {

  /** Nicknames with commas between them; without it there are none. */
  @Inject
  @ConfigProperty(name = "gonggu.demo.accounts")
  Optional<List<String>> nicknames;

  /** The password of all of them. */
  @Inject
  @ConfigProperty(name = "gonggu.demo.password")
  Optional<String> password;

  /** The accounts, in the order of the configuration. */
  @GET
  @PermitAll
  @Operation(
      operationId = "listDemoAccounts",
      summary = "Accounts to try the market with; none in a market of real neighbours")
  @APIResponseSchema(value = DemoAccountsResponse.class, responseCode = "200")
  public DemoAccountsResponse list() {
    return new DemoAccountsResponse(
        password.stream()
            .flatMap(
                shared ->
                    nicknames.orElse(List.of()).stream()
                        .map(nickname -> new DemoAccount(nickname.strip(), shared)))
            .toList());
  }
}
