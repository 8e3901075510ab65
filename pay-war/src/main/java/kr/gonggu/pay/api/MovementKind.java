package kr.gonggu.pay.api;

import kr.gonggu.pay.domain.TransferKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why money moved in or out of a wallet. */
@Schema(description = "Why money moved in or out of a wallet")
public enum MovementKind {
  CHARGE,
  WITHDRAWAL,
  WITHDRAWAL_RETURNED,
  REMITTANCE;

  static MovementKind of(TransferKind kind) {
    return valueOf(kind.name());
  }

  TransferKind kind() {
    return TransferKind.valueOf(name());
  }
}
