package kr.gonggu.deal.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.persistence.UuidColumn;

/**
 * One bulk purchase that neighbours split.
 *
 * <p>Its life: a host opens it with terms (price, shares, deadline, pickup) and keeps some shares.
 * While it is RECRUITING, neighbours take shares; with the last share it becomes FULL, and it
 * recruits again when somebody leaves before the deadline. As soon as somebody has joined, the
 * terms are fixed; how the deal presents itself may still be improved. The host can cancel it until
 * it is ordered. Once full, it goes on step by step: ORDERED, READY, COMPLETED. At the deadline a
 * deal that is not full is EXPIRED: from that instant on nobody joins or leaves, whether or not the
 * change of status has been recorded yet.
 *
 * <p>Shares are taken by {@link Deals#takeShares}, one conditional statement without a lock held
 * beforehand, since hundreds may try at once. Every other change is made on a deal that {@link
 * Deals#lock} gave, so that changes of one deal happen one after the other.
 */
@Entity
@Table(name = "deal")
public class Deal {

  /** How long before the deadline host and participants are told. */
  public static final List<Duration> REMINDERS = List.of(Duration.ofHours(24), Duration.ofHours(1));

  @Id
  @Convert(converter = UuidColumn.class)
  private UUID id;

  @Convert(converter = UuidColumn.class)
  @Column(name = "host_id")
  private UUID hostId;

  private String title;
  private String description;

  @Enumerated(EnumType.STRING)
  private Category category;

  @Column(name = "product_url")
  private String productUrl;

  @Convert(converter = KeywordsColumn.class)
  private List<String> keywords;

  /** Pictures in order, the first is the cover. */
  @ElementCollection
  @CollectionTable(name = "deal_image", joinColumns = @JoinColumn(name = "deal_id"))
  @OrderColumn(name = "position")
  @Column(name = "image_id")
  @Convert(converter = UuidColumn.class)
  private List<UUID> imageIds = new ArrayList<>();

  @Column(name = "total_price")
  private long totalPrice;

  private int shares;

  @Column(name = "host_shares")
  private int hostShares;

  /** The host's shares and those of every live enrolment. */
  @Column(name = "shares_taken")
  private int sharesTaken;

  private String unit;

  @Column(name = "unit_quantity")
  private BigDecimal unitQuantity;

  private Instant deadline;

  @Embedded private Pickup pickup;

  @Enumerated(EnumType.STRING)
  private PaymentMethod payment;

  @Enumerated(EnumType.STRING)
  private DealStatus status;

  @Column(name = "cancel_reason")
  private String cancelReason;

  @Column(name = "cancel_cause")
  @Enumerated(EnumType.STRING)
  private CancelCause cancelCause;

  /** What the host did since the deal was full, in order. */
  @ElementCollection
  @CollectionTable(name = "deal_step", joinColumns = @JoinColumn(name = "deal_id"))
  @OrderColumn(name = "position")
  private List<DealStep> steps = new ArrayList<>();

  /** When everybody is told next that the deadline is near; null when there is nothing to tell. */
  @Column(name = "remind_at")
  private Instant remindAt;

  /** Counts the changes of what the host decides; taking and leaving shares is none. */
  private int version;

  @Column(name = "opened_at")
  private Instant openedAt;

  /** For persistence. */
  protected Deal() {}

  private Deal(UUID id, UUID hostId, PaymentMethod payment, Instant now) {
    this.id = id;
    this.hostId = hostId;
    this.payment = payment;
    this.status = DealStatus.RECRUITING;
    this.version = 1;
    this.openedAt = now.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * A host opens a deal.
   *
   * @throws Refusal {@code ESCROW_NOT_AVAILABLE}; {@code VALIDATION_FAILED} when the deadline is
   *     not ahead or too far ahead
   */
  public static Deal open(
      UUID id,
      UUID hostId,
      DealPresentation presentation,
      DealTerms terms,
      PaymentMethod payment,
      Instant now) {
    if (payment == PaymentMethod.ESCROW) {
      throw Refusal.field(
          DealError.ESCROW_NOT_AVAILABLE, "payment", "Escrow is not offered yet: choose DIRECT.");
    }
    terms.requireOfferedAt(now);
    Deal deal = new Deal(id, hostId, payment, now);
    deal.present(presentation);
    deal.agree(terms, now);
    return deal;
  }

  /**
   * The host changes the deal.
   *
   * @return what is different now, field by field
   * @throws Refusal {@code TERMS_FIXED} when terms change after somebody has joined; {@code
   *     DEAL_EXPIRED}, {@code DEAL_CANCELLED} or {@code DEAL_CLOSED} when it is over; {@code
   *     VALIDATION_FAILED} when a new deadline is not ahead or too far ahead
   */
  public List<DealChange> edit(DealPresentation presentation, DealTerms terms, Instant now) {
    requireUnderWay(now);
    List<DealChange> changes = DealChange.between(presentation(), terms(), presentation, terms);
    if (!terms.equals(terms())) {
      if (sharesTaken > hostShares) {
        throw new Refusal(
            DealError.TERMS_FIXED,
            "Price, shares, deadline and pickup are fixed once somebody has joined.");
      }
      terms.requireOfferedAt(now);
      agree(terms, now);
    }
    present(presentation);
    version++;
    return changes;
  }

  /**
   * The deal is given up; every enrolment ends with it.
   *
   * @param reason shown to those who had joined
   * @throws Refusal {@code DEAL_EXPIRED}, {@code DEAL_CANCELLED} or {@code DEAL_CLOSED} when it is
   *     over already
   */
  public void cancel(CancelCause cause, String reason, Instant now) {
    if (!cancellable(now)) {
      throw over(now);
    }
    status = DealStatus.CANCELLED;
    cancelCause = cause;
    cancelReason = reason.strip();
    sharesTaken = hostShares;
    remindAt = null;
    version++;
  }

  /**
   * Whether the host can still give it up: until it is ordered, or the deadline without success.
   */
  public boolean cancellable(Instant now) {
    return status == DealStatus.FULL || status(now) == DealStatus.RECRUITING;
  }

  /**
   * The host moves the deal on, one step at a time: FULL, ORDERED, READY, COMPLETED.
   *
   * @param to ORDERED, READY or COMPLETED
   * @param note for the participants, or null
   * @param receiptImageId picture of the receipt, or null
   * @return the step
   * @throws Refusal {@code STATUS_NOT_NEXT} when another step comes first, {@code DEAL_EXPIRED} or
   *     {@code DEAL_CANCELLED} when it is over
   */
  public DealStep moveTo(DealStatus to, String note, UUID receiptImageId, Instant now) {
    DealStatus present = status(now);
    if (present == DealStatus.CANCELLED || present == DealStatus.EXPIRED) {
      throw over(now);
    }
    if (present.next().filter(to::equals).isEmpty()) {
      throw new Refusal(
          DealError.STATUS_NOT_NEXT,
          "The deal is %s: %s."
              .formatted(
                  present,
                  present.next().map(next -> next + " comes next").orElse("no step comes next")));
    }
    status = to;
    DealStep step = new DealStep(to, note, receiptImageId, now);
    steps.add(step);
    remindAt = null;
    version++;
    return step;
  }

  /**
   * Says that the deadline is near, once at each of {@link #REMINDERS}.
   *
   * @return which of them it is, in whole hours; empty when there is nothing to tell now
   */
  public Optional<Integer> remind(Instant now) {
    if (remindAt == null || remindAt.isAfter(now)) {
      return Optional.empty();
    }
    Optional<Integer> due =
        underWay(now)
            ? REMINDERS.stream()
                .filter(before -> !deadline.minus(before).isAfter(now))
                .min(Comparator.naturalOrder())
                .map(before -> (int) before.toHours())
            : Optional.empty();
    remindAt = nextReminder(now);
    return due;
  }

  /**
   * What a participant has received is there to be received.
   *
   * @throws Refusal {@code NOT_READY} before the goods are ready
   */
  public void requireHandedOut() {
    if (status != DealStatus.READY && status != DealStatus.COMPLETED) {
      throw new Refusal(DealError.NOT_READY, "The goods are not ready yet.");
    }
  }

  /**
   * A participant gives back all or some of its shares, or takes more.
   *
   * @param more shares taken in addition; negative for shares given back
   * @return true when these were the last shares
   * @throws Refusal {@code SHARES_NOT_LEFT}; {@code DEAL_EXPIRED}, {@code DEAL_CANCELLED} or {@code
   *     DEAL_CLOSED} when it is too late
   */
  public boolean changeShares(int more, Instant now) {
    requireUnderWay(now);
    if (more > sharesLeft()) {
      throw notLeft(more);
    }
    boolean wasFull = status == DealStatus.FULL;
    sharesTaken += more;
    status = sharesLeft() == 0 ? DealStatus.FULL : DealStatus.RECRUITING;
    return status == DealStatus.FULL && !wasFull;
  }

  /**
   * Why a member cannot have shares now.
   *
   * @return the reason; empty when nothing speaks against it
   */
  public Optional<Refusal> refusalToJoin(UUID memberId, int quantity, Instant now) {
    if (hostedBy(memberId)) {
      return Optional.of(
          new Refusal(DealError.HOST_CANNOT_JOIN, "The host changes its own shares by editing."));
    }
    if (status == DealStatus.FULL) {
      return Optional.of(new Refusal(DealError.DEAL_FULL, "Every share is taken."));
    }
    if (status(now) != DealStatus.RECRUITING) {
      return Optional.of(over(now));
    }
    return quantity > sharesLeft() ? Optional.of(notLeft(quantity)) : Optional.empty();
  }

  /**
   * Refuses everybody but the host.
   *
   * @throws Refusal {@code NOT_THE_HOST}
   */
  public void requireHost(UUID memberId) {
    if (!hostedBy(memberId)) {
      throw new Refusal(DealError.NOT_THE_HOST, "Only the host may do this.");
    }
  }

  /**
   * Refuses a change that was made upon an older version.
   *
   * @throws Refusal {@code VERSION_CONFLICT}
   */
  public void requireVersion(ExpectedVersion expected) {
    if (!expected.allows(version)) {
      throw new Refusal(
          CommonError.VERSION_CONFLICT, "The deal was changed meanwhile: load it again.");
    }
  }

  /** Under way: shares may be taken, given back, and the deal edited. */
  public boolean underWay(Instant now) {
    boolean open = status == DealStatus.RECRUITING || status == DealStatus.FULL;
    return open && deadline.isAfter(now);
  }

  private void requireUnderWay(Instant now) {
    if (!underWay(now)) {
      throw over(now);
    }
  }

  private Refusal over(Instant now) {
    return switch (status(now)) {
      case EXPIRED -> new Refusal(DealError.DEAL_EXPIRED, "The deadline has passed.");
      case CANCELLED -> new Refusal(DealError.DEAL_CANCELLED, "The host has cancelled this deal.");
      default -> new Refusal(DealError.DEAL_CLOSED, "Recruiting is over.");
    };
  }

  private Refusal notLeft(int quantity) {
    return sharesLeft() == 0
        ? new Refusal(DealError.DEAL_FULL, "Every share is taken.")
        : new Refusal(
            DealError.SHARES_NOT_LEFT,
            "%d shares are left, %d were asked for.".formatted(sharesLeft(), quantity));
  }

  private void present(DealPresentation presentation) {
    title = presentation.title();
    description = presentation.description();
    category = presentation.category();
    productUrl = presentation.productUrl();
    keywords = presentation.keywords();
    if (!imageIds.equals(presentation.imageIds())) {
      imageIds.clear();
      imageIds.addAll(presentation.imageIds());
    }
  }

  private void agree(DealTerms terms, Instant now) {
    totalPrice = terms.price().totalPrice();
    shares = terms.price().shares();
    hostShares = terms.hostShares();
    sharesTaken = terms.hostShares();
    unit = terms.unit();
    unitQuantity = terms.unitQuantity();
    deadline = terms.deadline();
    pickup = terms.pickup();
    remindAt = nextReminder(now);
  }

  /** The first reminder that lies ahead: a deal that is opened late skips the earlier ones. */
  private Instant nextReminder(Instant now) {
    return REMINDERS.stream()
        .map(deadline::minus)
        .filter(at -> at.isAfter(now))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Id. */
  public UUID id() {
    return id;
  }

  /** Who opened it. */
  public UUID hostId() {
    return hostId;
  }

  /** Whether this member opened it. */
  public boolean hostedBy(UUID memberId) {
    return hostId.equals(memberId);
  }

  /** How it presents itself. */
  public DealPresentation presentation() {
    return new DealPresentation(title, description, category, productUrl, keywords, imageIds);
  }

  /** What participants agree to. */
  public DealTerms terms() {
    return new DealTerms(price(), hostShares, unit, unitQuantity, deadline, pickup);
  }

  /** The price and how it is split. */
  public PriceSplit price() {
    return new PriceSplit(totalPrice, shares);
  }

  /** How participants pay. */
  public PaymentMethod payment() {
    return payment;
  }

  /** One line for people. */
  public String title() {
    return title;
  }

  /** Shares the host keeps. */
  public int hostShares() {
    return hostShares;
  }

  /** The host's shares and those of every live enrolment. */
  public int sharesTaken() {
    return sharesTaken;
  }

  /** Shares that can still be taken. */
  public int sharesLeft() {
    return shares - sharesTaken;
  }

  /** Status at an instant: a deal that still recruits is EXPIRED from its deadline on. */
  public DealStatus status(Instant now) {
    return status.at(now, deadline);
  }

  /** Whose doing it is that it was cancelled, or null when it is not. */
  public CancelCause cancelCause() {
    return cancelCause;
  }

  /** Why it was cancelled, or null. */
  public String cancelReason() {
    return cancelReason;
  }

  /** Counts the changes of what the host decides, from 1. */
  public int version() {
    return version;
  }

  /** When it was opened, UTC. */
  public Instant openedAt() {
    return openedAt;
  }
}
