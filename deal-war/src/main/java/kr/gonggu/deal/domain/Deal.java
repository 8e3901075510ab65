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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
 * it is ordered. At the deadline a deal that is not full is EXPIRED: from that instant on nobody
 * joins or leaves, whether or not the change of status has been recorded yet.
 *
 * <p>Shares are taken by {@link Deals#takeShares}, one conditional statement without a lock held
 * beforehand, since hundreds may try at once. Every other change is made on a deal that {@link
 * Deals#lock} gave, so that changes of one deal happen one after the other.
 */
@Entity
@Table(name = "deal")
public class Deal {

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
    deal.agree(terms);
    return deal;
  }

  /**
   * The host changes the deal.
   *
   * @throws Refusal {@code TERMS_FIXED} when terms change after somebody has joined; {@code
   *     DEAL_EXPIRED}, {@code DEAL_CANCELLED} or {@code DEAL_CLOSED} when it is over; {@code
   *     VALIDATION_FAILED} when a new deadline is not ahead or too far ahead
   */
  public void edit(DealPresentation presentation, DealTerms terms, Instant now) {
    requireUnderWay(now);
    if (!terms.equals(terms())) {
      if (sharesTaken > hostShares) {
        throw new Refusal(
            DealError.TERMS_FIXED,
            "Price, shares, deadline and pickup are fixed once somebody has joined.");
      }
      terms.requireOfferedAt(now);
      agree(terms);
    }
    present(presentation);
    version++;
  }

  /**
   * The host gives the deal up; every enrolment ends with it.
   *
   * @throws Refusal {@code DEAL_EXPIRED}, {@code DEAL_CANCELLED} or {@code DEAL_CLOSED} when it is
   *     over already
   */
  public void cancel(String reason, Instant now) {
    if (status == DealStatus.RECRUITING || status == DealStatus.CANCELLED) {
      requireUnderWay(now);
    } else if (status != DealStatus.FULL) {
      throw over(now);
    }
    status = DealStatus.CANCELLED;
    cancelReason = reason.strip();
    sharesTaken = hostShares;
    version++;
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
  private void requireUnderWay(Instant now) {
    boolean open = status == DealStatus.RECRUITING || status == DealStatus.FULL;
    if (!open || !deadline.isAfter(now)) {
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

  private void agree(DealTerms terms) {
    totalPrice = terms.price().totalPrice();
    shares = terms.price().shares();
    hostShares = terms.hostShares();
    sharesTaken = terms.hostShares();
    unit = terms.unit();
    unitQuantity = terms.unitQuantity();
    deadline = terms.deadline();
    pickup = terms.pickup();
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

  /** Why the host cancelled it, or null. */
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
