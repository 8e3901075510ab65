package kr.gonggu.push.domain;

import java.util.UUID;

/**
 * A deal by name.
 *
 * @param id deal id
 * @param title as the event told
 */
public record DealRef(UUID id, String title) {}
