package kr.gonggu.pay.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a movement of money is. */
@Schema(description = "How far it is; PENDING while the bank's answer is not known")
public enum MovementStatus {
  DONE,
  PENDING
}
