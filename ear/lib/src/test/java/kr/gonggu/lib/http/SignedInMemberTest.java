package kr.gonggu.lib.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class SignedInMemberTest {

  private static final UUID ID = UUID.fromString("0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e11");

  @Test
  void isWhoTheTokenSays() {
    SignedInMember member = SignedInMember.of(signedIn(token(ID.toString(), Set.of("member"))));

    assertThat(member).isEqualTo(new SignedInMember(ID, "쌀집", Set.of("member")));
    assertThat(member.admin()).isFalse();
    assertThat(SignedInMember.of(signedIn(token(ID.toString(), Set.of("member", "admin")))).admin())
        .isTrue();
  }

  @Test
  void isNobodyWithoutAToken() {
    refuses(null);
    refuses(signedIn(null));
    refuses(signedIn(() -> ID.toString()));
  }

  @Test
  void isNobodyWhenTheTokenNamesNoMember() {
    refuses(signedIn(token("admin", Set.of("admin"))));
    refuses(signedIn(token(null, Set.of("member"))));
    refuses(signedIn(token(ID.toString(), null)));
  }

  private static void refuses(SecurityContext context) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> SignedInMember.of(context))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(CommonError.UNAUTHENTICATED));
  }

  private static JsonWebToken token(String subject, Set<String> groups) {
    JsonWebToken token = mock(JsonWebToken.class);
    when(token.getSubject()).thenReturn(subject);
    when(token.getName()).thenReturn("쌀집");
    when(token.getGroups()).thenReturn(groups);
    return token;
  }

  private static SecurityContext signedIn(Principal principal) {
    SecurityContext context = mock(SecurityContext.class);
    when(context.getUserPrincipal()).thenReturn(principal);
    return context;
  }
}
