package kr.gonggu.pay.infrastructure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What pay needs of member's event of this name.
 *
 * @param memberId who signed up
 * @param nickname how they are called
 */
public record MemberJoined(@NotNull UUID memberId, @NotBlank String nickname) {}
