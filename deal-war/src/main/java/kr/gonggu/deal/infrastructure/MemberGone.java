package kr.gonggu.deal.infrastructure;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this context needs of {@code MemberLeft}. */
public record MemberGone(@NotNull UUID memberId) {}
