package kr.gonggu.pay.api;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The member on the other side of a remittance. */
@Schema(description = "The member on the other side of a remittance")
public record Counterparty(
    @Schema(required = true) UUID id,
    @Schema(
            description = "As they are called now; left out while it is not known",
            example = "초록마을")
        String nickname) {}
