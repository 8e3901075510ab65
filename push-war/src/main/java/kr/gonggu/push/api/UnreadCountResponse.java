package kr.gonggu.push.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The number at the bell.
 *
 * @param count unread notifications
 */
@Schema(name = "UnreadCount")
public record UnreadCountResponse(@Schema(required = true, example = "3") long count) {}
