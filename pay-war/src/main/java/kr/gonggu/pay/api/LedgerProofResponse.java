package kr.gonggu.pay.api;

import java.util.List;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.LedgerProof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the books are right, counted from every posting at one moment. */
@Schema(description = "Whether the books are right, counted from every posting at one moment")
public record LedgerProofResponse(
    @Schema(required = true, description = "total, unbalanced and drifted are all zero")
        boolean sound,
    @Schema(required = true, description = "Sum of all postings in won; zero") long total,
    @Schema(required = true) long transfers,
    @Schema(required = true) long postings,
    @Schema(
            required = true,
            description = "Transfers without exactly two postings that cancel each other out; zero")
        long unbalanced,
    @Schema(
            required = true,
            description = "Accounts whose balance is not the sum of their postings; zero")
        long drifted,
    @Schema(required = true, description = "Sums by kind of account") List<KindSum> kinds) {

  static LedgerProofResponse of(LedgerProof proof) {
    return new LedgerProofResponse(
        proof.sound(),
        proof.total(),
        proof.transfers(),
        proof.postings(),
        proof.unbalanced(),
        proof.drifted(),
        proof.kinds().stream()
            .map(sum -> new KindSum(sum.kind(), sum.accounts(), sum.balance(), sum.held()))
            .toList());
  }

  /** All accounts of one kind. */
  @Schema(name = "LedgerKindSum", description = "All accounts of one kind; won")
  public record KindSum(
      @Schema(required = true) AccountKind kind,
      @Schema(required = true) long accounts,
      @Schema(required = true) long balance,
      @Schema(required = true) long held) {}
}
