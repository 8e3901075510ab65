package kr.gonggu.chat.domain;

import java.util.UUID;

/**
 * A member as others see them.
 *
 * @param id member id
 * @param nickname present nickname
 */
public record Neighbour(UUID id, String nickname) {}
