package kr.gonggu.pay.infrastructure;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * What pay needs of member's event of this name.
 *
 * @param memberId who left
 * @param leftAt when
 */
public record MemberLeft(@NotNull UUID memberId, @NotNull Instant leftAt) {}
