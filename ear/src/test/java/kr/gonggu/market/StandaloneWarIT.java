package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.localstack.FreePorts;
import kr.gonggu.localstack.LibertyServer;
import kr.gonggu.localstack.Software;
import kr.gonggu.localstack.TestStack;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** One WAR alone on a plain Liberty, with its server.xml and an environment, and nothing else. */
class StandaloneWarIT {

  @Test
  void payStartsAloneAndServes() {
    String name = TestStack.newName();
    Path data = TestStack.root().resolve("ear/target/standalone").resolve(name);
    Path keys = data.resolve("keys");
    Tokens tokens = Tokens.in(keys);
    Map<String, String> environment = TestStack.get().environment("gonggu_" + name + "_", name);
    environment.put("GONGGU_KEYS_FOLDER", keys.toString());
    LibertyServer server =
        new LibertyServer(
            new Software(TestStack.root()),
            "pay",
            data,
            TestStack.root().resolve("liberty-config/pay"),
            TestStack.root().resolve("pay-war/target/pay-war.war"),
            FreePorts.next(),
            "256m",
            environment);
    server.start();
    try {
      Http pay =
          Http.at(java.net.URI.create(server.baseUri() + "/api/pay"))
              .as(tokens.member(UUID.randomUUID(), "혼자"))
              .with("Idempotency-Key", UUID.randomUUID().toString());
      assertThat(pay.post("/charges", "{\"amount\":7000}").status()).isEqualTo(201);
      assertThat(pay.get("/wallet").json().getInt("available")).isEqualTo(7000);
    } finally {
      server.stop();
    }
  }
}
