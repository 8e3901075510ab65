package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.Ledger;
import kr.gonggu.pay.domain.Member;
import kr.gonggu.pay.domain.Members;

/** A member has left the market. */
@ApplicationScoped
public class CloseWallet {

  @Inject Members members;
  @Inject Ledger ledger;
  @Inject OpenWallet openWallet;
  @Inject RequestWithdrawal requestWithdrawal;
  @Inject Clock clock;

  /**
   * Sends the rest of the money back to the bank, closes the wallet, and erases the nickname and
   * what the member wrote. What was booked stays, since it is the others' history too; the member
   * is shown there by {@link Member#PSEUDONYM}.
   *
   * @param at when the member left
   */
  @Transactional
  public void close(UUID memberId, Instant at) {
    // Also for whom nothing is known of: an event of theirs that comes late must open nothing.
    openWallet.open(memberId);
    Member member = members.find(memberId).orElseGet(() -> add(memberId));
    if (member.hasLeft()) {
      return;
    }
    member.leave(at);
    Instant now = clock.instant();
    Map<AccountKind, Account> locked =
        ledger.lock(memberId, AccountKind.BANK_CLEARING, AccountKind.WALLET);
    requestWithdrawal.returnRest(locked, now);
    ledger.close(locked.get(AccountKind.WALLET), now);
    members.forget(memberId);
  }

  private Member add(UUID memberId) {
    Member member = new Member(memberId);
    members.add(member);
    return member;
  }
}
