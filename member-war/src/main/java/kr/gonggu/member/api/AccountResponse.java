package kr.gonggu.member.api;

import java.util.UUID;
import kr.gonggu.member.domain.Member;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new account. */
@Schema(name = "Account", description = "A new account")
public record AccountResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true, example = "망원동쌀집") String nickname,
    @Schema(required = true, example = "kim@example.com") String email) {

  static AccountResponse of(Member member) {
    return new AccountResponse(member.id(), member.nickname().value(), member.email().value());
  }
}
