package kr.gonggu.deal.domain;

import java.time.Instant;
import java.util.List;

/**
 * What a host changed at once.
 *
 * @param version of the deal from then on
 */
public record DealRevision(int version, Instant editedAt, List<DealChange> changes) {}
