package kr.gonggu.deal.domain;

import java.util.UUID;

/**
 * A place in an ordered list of deals, from which the list goes on.
 *
 * @param key what the list is ordered by: microseconds since 1970, views, shares left or metres; 0
 *     where the id alone orders
 * @param id of the last deal seen
 */
public record ListPosition(long key, UUID id) {}
