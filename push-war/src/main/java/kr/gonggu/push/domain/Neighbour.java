package kr.gonggu.push.domain;

import java.util.UUID;

/**
 * A member by name.
 *
 * @param id member id
 * @param nickname as told last
 */
public record Neighbour(UUID id, String nickname) {}
