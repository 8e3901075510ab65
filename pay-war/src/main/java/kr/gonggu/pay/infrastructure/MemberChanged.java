package kr.gonggu.pay.infrastructure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What pay needs of member's event of this name.
 *
 * @param memberId whose profile changed
 * @param nickname how they are called now
 */
public record MemberChanged(@NotNull UUID memberId, @NotBlank String nickname) {}
