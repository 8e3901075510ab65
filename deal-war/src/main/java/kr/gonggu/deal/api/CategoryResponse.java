package kr.gonggu.deal.api;

import kr.gonggu.deal.domain.Category;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A category with its name in the reader's language. */
@Schema(description = "A category with its name in the reader's language")
public record CategoryResponse(
    @Schema(required = true) Category id,
    @Schema(required = true, example = "과일·채소") String name) {}
