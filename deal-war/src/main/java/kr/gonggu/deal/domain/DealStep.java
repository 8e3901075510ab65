package kr.gonggu.deal.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import kr.gonggu.lib.persistence.UuidColumn;

/** One step of a deal after it was full: ordered, ready or completed. Never changes. */
@Embeddable
public class DealStep {

  @Enumerated(EnumType.STRING)
  private DealStatus status;

  private String note;

  @Convert(converter = UuidColumn.class)
  @Column(name = "receipt_image_id")
  private UUID receiptImageId;

  @Column(name = "taken_at")
  private Instant takenAt;

  /** For persistence. */
  protected DealStep() {}

  /**
   * @param note for the participants; null or blank for none
   * @param receiptImageId picture of the receipt, or null
   */
  public DealStep(DealStatus status, String note, UUID receiptImageId, Instant takenAt) {
    this.status = status;
    this.note = note == null || note.isBlank() ? null : note.strip();
    this.receiptImageId = receiptImageId;
    this.takenAt = takenAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** What the deal became. */
  public DealStatus status() {
    return status;
  }

  /** For the participants, or null. */
  public String note() {
    return note;
  }

  /** Picture of the receipt, or null. */
  public UUID receiptImageId() {
    return receiptImageId;
  }

  /** When, UTC. */
  public Instant takenAt() {
    return takenAt;
  }
}
