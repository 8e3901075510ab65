package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import kr.gonggu.testkit.Http;

/** Five services at one address, however they are deployed. */
interface Market {

  /** A client of one service, signed in as nobody. */
  Http service(String service);

  /** Where a chat ticket opens a socket. */
  URI socket(String ticket);

  /** Asserts that the books are right, by the proof that an operator asks for. */
  default void proveLedger() {
    // Signed in again: a suite may be older than an access token gets.
    Http.Answer answer = Neighbour.operator(this).returns().at("pay").get("/ledger/proof");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    JsonObject proof = answer.json();
    assertThat(proof.getJsonNumber("total").longValueExact()).as(answer.toString()).isZero();
    assertThat(proof.getInt("unbalanced")).as(answer.toString()).isZero();
    assertThat(proof.getInt("drifted")).as(answer.toString()).isZero();
    assertThat(proof.getBoolean("sound")).as(answer.toString()).isTrue();
  }
}
