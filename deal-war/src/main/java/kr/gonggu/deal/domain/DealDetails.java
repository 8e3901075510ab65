package kr.gonggu.deal.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A deal as one member sees it.
 *
 * @param summary what lists show of it
 * @param productUrl or null
 * @param imageIds in order
 * @param cancelCause or null
 * @param cancelReason or null
 * @param version counts the changes of what the host decides
 * @param mine the viewer's live enrolment, or the one that ended because the deal was cancelled
 * @param seenToday whether the viewer's look was counted today already
 * @param steps what the host did since the deal was full; for host and participants only
 */
public record DealDetails(
    DealSummary summary,
    String description,
    String productUrl,
    List<String> keywords,
    List<UUID> imageIds,
    CancelCause cancelCause,
    String cancelReason,
    int version,
    Optional<EnrollmentView> mine,
    boolean seenToday,
    List<DealStep> steps) {}
