package kr.gonggu.push.api;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A registered device.
 *
 * @param id with which it can be removed
 */
@Schema(name = "Subscription")
public record SubscriptionResponse(
    @Schema(
            required = true,
            description = "With which the device can be removed",
            example = "0197a3c4-0d2e-7c55-9a3b-5e8f1a2b3c4d")
        UUID id) {}
