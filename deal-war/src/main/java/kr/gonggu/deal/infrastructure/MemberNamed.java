package kr.gonggu.deal.infrastructure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** What this context needs of {@code MemberJoined} and {@code MemberChanged}. */
public record MemberNamed(@NotNull UUID memberId, @NotBlank @Size(max = 40) String nickname) {}
