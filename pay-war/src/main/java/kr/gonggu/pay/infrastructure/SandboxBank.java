package kr.gonggu.pay.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.BankGateway;
import kr.gonggu.pay.domain.Ledger;
import kr.gonggu.pay.domain.Transfer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A bank to try the market with: everybody has an account there that begins with some money. Its
 * accounts stand in our own ledger, funded by an account that owes what was given out, so that the
 * sum of all postings stays zero.
 */
@ApplicationScoped
public class SandboxBank implements BankGateway {

  /** Made by the first migration. */
  static final UUID FUNDING = UUID.fromString("00000000-0000-7000-8000-000000000001");

  @Inject Ledger ledger;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "gonggu.pay.sandbox.opening", defaultValue = "100000")
  long openingBalance;

  @Override
  public UUID accountOf(UUID memberId) {
    return ledger.accountOf(memberId, AccountKind.SANDBOX_BANK).orElseGet(() -> open(memberId));
  }

  private UUID open(UUID memberId) {
    Instant now = clock.instant();
    Account account = new Account(UuidV7.next(), AccountKind.SANDBOX_BANK, memberId, now);
    if (!ledger.open(account)) {
      return ledger.accountOf(memberId, AccountKind.SANDBOX_BANK).orElseThrow();
    }
    Map<UUID, Account> locked = ledger.lock(List.of(FUNDING, account.id()));
    ledger.record(
        Transfer.grant(openingBalance, now)
            .book(locked.get(FUNDING), locked.get(account.id()), now));
    return account.id();
  }
}
