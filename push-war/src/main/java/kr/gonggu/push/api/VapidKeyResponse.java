package kr.gonggu.push.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The key that a browser subscribes with.
 *
 * @param applicationServerKey 65 bytes in base64url, as {@code PushManager.subscribe} takes it
 */
@Schema(name = "VapidPublicKey")
public record VapidKeyResponse(
    @Schema(
            required = true,
            description = "65 bytes in base64url, as PushManager.subscribe takes it (RFC 8292)",
            example =
                "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")
        String applicationServerKey) {}
