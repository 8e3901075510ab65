package kr.gonggu.deal.domain.planted;

import jakarta.ws.rs.core.Response;

/** Breaks the architecture on purpose, to prove that its rules are kept by more than good will. */
public final class KnowsHttp {

  /** A domain class that answers in HTTP. */
  public Response answer() {
    return null;
  }
}
