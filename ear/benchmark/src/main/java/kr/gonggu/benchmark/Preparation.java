package kr.gonggu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * Fills a market of the benchmark's own. Members are rows of the member service with their events
 * in its outbox, so that the market itself tells the other services of them; the deals are rows,
 * because what happened to them before does not matter here.
 *
 * <p>Nobody's real market is touched: it fills only a market that has neither members nor deals,
 * and leaves a mark in its data folder by which it knows it again.
 */
final class Preparation {

  private static final String MARK = "gonggu-benchmark";
  private static final String[] PROJECTIONS = {"deal", "pay", "chat", "push"};

  private final Market market;
  private final Database database;
  private final Path mark;

  Preparation(Market market, Path data) {
    this.market = market;
    this.database = market.database();
    this.mark = data.resolve(MARK);
  }

  /**
   * Fills the market with what is missing.
   *
   * @throws BenchmarkException when the market is somebody else's
   */
  void run() {
    checkOwn();
    // Before the first row: a preparation that is cut off is taken up again.
    mark();
    members();
    deals();
  }

  private void checkOwn() {
    byte[] proof = market.request().get("/api/pay/ledger/proof", market.member(0));
    int status = market.ask(proof).status();
    if (status == 401) {
      throw new BenchmarkException(
          "The market at %s does not run with this data folder: name its own with -Ddata=…."
              .formatted(market.address()));
    }
    if (Files.exists(mark)) {
      return;
    }
    long others =
        database.count("SELECT COUNT(*) FROM {}member.member")
            + database.count("SELECT COUNT(*) FROM {}deal.deal");
    if (others > 0) {
      throw new BenchmarkException(
          "This market has members or deals that the benchmark did not make, and it touches no such market: start an empty one with a data folder of its own.");
    }
  }

  private void mark() {
    try {
      Files.writeString(mark, "");
    } catch (IOException e) {
      throw new BenchmarkException("The data folder cannot be written to.", e);
    }
  }

  private void members() {
    if (database.count("SELECT COUNT(*) FROM {}member.member") < Market.MEMBERS) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
      database.insert(
          """
          INSERT IGNORE INTO {}member.member
            (id, nickname, email, password_hash, credentials, keywords, joined_at, version)
          VALUES (?, ?, ?, '$argon2id$none', 1, '[]', ?, 1)
          """,
          Market.MEMBERS,
          (row, number) -> {
            row.setString(1, Ids.member(number).toString());
            row.setString(2, market.member(number).nickname());
            row.setString(3, "neighbour%04d@example.com".formatted(number));
            row.setTimestamp(4, Timestamp.from(now));
          });
      tell(now);
    }
    for (String service : PROJECTIONS) {
      market.await(
          "the %s service to know all members".formatted(service),
          () ->
              database.count("SELECT COUNT(*) FROM {}%s.member".formatted(service))
                  >= Market.MEMBERS);
    }
  }

  /** The events that a sign-up publishes. */
  private void tell(Instant now) {
    database.insert(
        """
        INSERT INTO {}member.outbox
          (event_id, type, subject, data, occurred_at, traceparent, request_id)
        VALUES (UUID(), 'MemberJoined', ?, ?, ?,
          '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'benchmark')
        """,
        Market.MEMBERS,
        (row, number) -> {
          Member member = market.member(number);
          row.setString(1, member.id().toString());
          row.setString(
              2,
              "{\"memberId\":\"%s\",\"nickname\":\"%s\",\"joinedAt\":\"%s\"}"
                  .formatted(member.id(), member.nickname(), now));
          row.setTimestamp(3, Timestamp.from(now));
        });
  }

  /** Over Seoul, 22 by 30 km; every price and category mixed. */
  private void deals() {
    if (database.count("SELECT COUNT(*) FROM {}deal.deal") >= Market.DEALS) {
      return;
    }
    SplittableRandom random = new SplittableRandom(2022);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    database.insert(
        """
        INSERT IGNORE INTO {}deal.deal
          (id, host_id, title, description, category, keywords, total_price, shares, host_shares,
           shares_taken, unit, unit_quantity, deadline, latitude, longitude, pickup_label, payment,
           status, views, version, opened_at)
        VALUES (?, ?, ?, ?, ?, '[]', ?, ?, 1, 1, 'kg', 1, ?, ?, ?, '주민센터 앞', 'DIRECT',
           'RECRUITING', ?, 1, ?)
        """,
        Market.DEALS,
        (row, number) -> {
          Goods goods = Goods.of(random.nextInt(Goods.ALL.size()));
          int shares = random.nextInt(2, 30);
          row.setString(1, Ids.deal(number).toString());
          row.setString(2, Ids.member(random.nextInt(Market.HOSTS)).toString());
          row.setString(3, "%s %d번째 같이 사요".formatted(goods.name(), number));
          row.setString(4, "%s 한 상자를 사서 이웃과 나눕니다. 토요일 오후 세 시에 받아 가세요.".formatted(goods.name()));
          row.setString(5, goods.category());
          row.setLong(6, shares * random.nextLong(1_000, 30_000));
          row.setInt(7, shares);
          row.setTimestamp(
              8, Timestamp.from(now.plus(Duration.ofMinutes(random.nextInt(43_200, 86_000)))));
          row.setDouble(9, random.nextDouble(37.45, 37.65));
          row.setDouble(10, random.nextDouble(126.80, 127.15));
          row.setInt(11, random.nextInt(500));
          row.setTimestamp(12, Timestamp.from(Instant.ofEpochMilli(Ids.millis(Ids.deal(number)))));
        });
  }
}
