package kr.gonggu.member.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member leaves, and is asked once more who it is. */
@Schema(name = "Leaving", description = "The owner's word that the account shall be no more")
public record LeaveRequest(
    @Schema(required = true, example = "망원동 쌀집 앞 고양이", description = "The present password")
        @NotNull
        @Size(max = 512)
        String password) {

  @Override
  public String toString() {
    return "LeaveRequest[hidden]";
  }
}
