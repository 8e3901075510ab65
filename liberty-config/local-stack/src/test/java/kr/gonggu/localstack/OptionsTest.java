package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  private final Map<String, String> properties = new HashMap<>(Map.of("user.home", "/home/민지"));
  private final Map<String, String> environment = new HashMap<>();

  private Options read() {
    return Options.of(properties::get, environment);
  }

  @Test
  void withoutOptionsEverythingIsStartedHere() {
    Options options = read();
    assertThat(options.port()).isEqualTo(9080);
    assertThat(options.host()).isEqualTo("127.0.0.1");
    assertThat(options.data()).isEqualTo(Path.of("/home/민지/.gonggu-market"));
    assertThat(options.fresh()).isFalse();
    assertThat(options.mysql()).isEmpty();
    assertThat(options.kafka()).isEmpty();
    assertThat(options.redis()).isEmpty();
  }

  @Test
  void aPropertyWinsOverTheEnvironment() {
    environment.put("GONGGU_HTTP_PORT", "9081");
    assertThat(read().port()).isEqualTo(9081);
    properties.put("port", "9082");
    assertThat(read().port()).isEqualTo(9082);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", "99999999999", "80 80"})
  void aPortThatIsNoneIsRefused(String port) {
    properties.put("port", port);
    assertThatThrownBy(this::read).isInstanceOf(StackException.class).hasMessage(Options.PORT_FORM);
  }

  @ParameterizedTest
  @CsvSource({
    "~/시장,/home/민지/시장",
    "/srv/market/../market,/srv/market",
  })
  void theDataFolderIsAnAbsolutePath(String given, String folder) {
    properties.put("data", given);
    assertThat(read().data()).isEqualTo(Path.of(folder));
  }

  @Test
  void aRelativeDataFolderLiesWhereTheCommandWasGiven() {
    properties.put("data", "here");
    assertThat(read().data()).isEqualTo(Path.of("here").toAbsolutePath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "yes", "on", "1", "TRUE", " yes "})
  void freshIsAskedForInPlainWords(String yes) {
    properties.put("fresh", yes);
    assertThat(read().fresh()).isTrue();
    properties.remove("fresh");
    environment.put("GONGGU_FRESH", yes);
    assertThat(read().fresh()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "no", "off", "0", "FALSE", " no "})
  void whoeverSaysNoKeepsTheData(String no) {
    environment.put("GONGGU_FRESH", no);
    assertThat(read().fresh()).isFalse();
    environment.put("GONGGU_FRESH", "true");
    properties.put("fresh", no);
    assertThat(read().fresh()).as("a property wins").isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void nothingEmptiesNoMarket(String nothing) {
    environment.put("GONGGU_FRESH", nothing);
    assertThat(read().fresh()).isFalse();
    properties.put("fresh", nothing);
    assertThat(read().fresh()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nein", "fasle", "2", "-", "null", "${FRESH}", "truefalse"})
  void whateverIsNeitherYesNorNoIsRefused(String text) {
    environment.put("GONGGU_FRESH", text);
    assertThatThrownBy(this::read)
        .isInstanceOf(StackException.class)
        .hasMessage(Options.FLAG_FORM.formatted("GONGGU_FRESH"));
    environment.clear();
    environment.put("GONGGU_DEMO", text);
    assertThatThrownBy(this::read)
        .isInstanceOf(StackException.class)
        .hasMessage(Options.FLAG_FORM.formatted("GONGGU_DEMO"));
    environment.clear();
    properties.put("fresh", text);
    assertThatThrownBy(this::read)
        .isInstanceOf(StackException.class)
        .hasMessage(Options.FLAG_FORM.formatted("-Dfresh"));
  }

  @Test
  void mysqlIsGivenAsOneAddress() {
    properties.put("mysql", "mysql://market:p%40ss:w@db.example:3307");
    assertThat(read().mysql()).contains(new OwnMysql("db.example", 3307, "market", "p@ss:w"));
  }

  @Test
  void mysqlHasItsUsualPort() {
    properties.put("mysql", "mysql://market:secret@db.example");
    assertThat(read().mysql()).get().extracting(OwnMysql::port).isEqualTo(3306);
  }

  @Test
  void mysqlMayStandInTheEnvironmentAsTheServicesKnowIt() {
    environment.put("GONGGU_MYSQL_HOST", "db.example");
    environment.put("GONGGU_MYSQL_PASSWORD", "secret");
    assertThat(read().mysql()).contains(new OwnMysql("db.example", 3306, "gonggu", "secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db.example:3306",
        "mysql://db.example",
        "mysql://topsecret@db.example",
        "postgres://u:topsecret@db.example",
        "mysql://u:topsecret@",
        "mysql://u:topsecret@db example",
        "mysql://:topsecret@db.example"
      })
  void aMysqlAddressThatIsNoneIsRefusedWithoutRepeatingIt(String address) {
    properties.put("mysql", address);
    assertThatThrownBy(this::read)
        .isInstanceOf(StackException.class)
        .hasMessage(Options.MYSQL_FORM)
        .hasMessageNotContaining("topsecret");
  }

  @Test
  void severalBrokersMayBeGiven() {
    properties.put("kafka", "one:9092,two:9092");
    assertThat(read().kafka()).contains("one:9092,two:9092");
  }

  @ParameterizedTest
  @ValueSource(strings = {"broker", "broker:", ":9092", "broker:port", "http://broker:9092"})
  void aBrokerAddressThatIsNoneIsRefused(String address) {
    properties.put("kafka", address);
    assertThatThrownBy(this::read)
        .isInstanceOf(StackException.class)
        .hasMessage(Options.KAFKA_FORM);
  }

  @Test
  void redisMayHaveAnAccount() {
    environment.put("GONGGU_REDIS_URI", "rediss://market:secret@cache.example:6380/1");
    assertThat(read().redis()).get().hasToString("rediss://market:secret@cache.example:6380/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cache:6379", "http://cache:6379", "redis://", "redis://x y"})
  void aRedisAddressThatIsNoneIsRefused(String address) {
    properties.put("redis", address);
    assertThatThrownBy(this::read)
        .isInstanceOf(StackException.class)
        .hasMessage(Options.REDIS_FORM);
  }

  private static final Map<String, String> STARTED =
      Map.of(
          "GONGGU_MYSQL_HOST", "127.0.0.1",
          "GONGGU_MYSQL_PORT", "21001",
          "GONGGU_MYSQL_USER", "gonggu",
          "GONGGU_MYSQL_PASSWORD", "made here",
          "GONGGU_MYSQL_TLS", "DISABLED",
          "GONGGU_KAFKA_BOOTSTRAP", "127.0.0.1:21002",
          "GONGGU_REDIS_URI", "redis://127.0.0.1:21003");

  @Test
  void theServicesUseWhatIsStartedHere() {
    Map<String, String> services = read().environment(STARTED, Path.of("/home/민지/내 시장/keys"));
    assertThat(services)
        .containsAllEntriesOf(STARTED)
        .containsEntry("GONGGU_HTTP_HOST", "127.0.0.1")
        .containsEntry("GONGGU_KEYS_FOLDER", "/home/민지/내 시장/keys");
  }

  @Test
  void theServicesUseTheOperatorsServersInstead() {
    properties.put("mysql", "mysql://market:secret@db.example");
    properties.put("kafka", "one:9092");
    properties.put("redis", "redis://cache.example");
    assertThat(read().environment(STARTED, Path.of("/keys")))
        .containsEntry("GONGGU_MYSQL_HOST", "db.example")
        .containsEntry("GONGGU_MYSQL_PORT", "3306")
        .containsEntry("GONGGU_MYSQL_USER", "market")
        .containsEntry("GONGGU_MYSQL_PASSWORD", "secret")
        .containsEntry("GONGGU_KAFKA_BOOTSTRAP", "one:9092")
        .containsEntry("GONGGU_REDIS_URI", "redis://cache.example")
        .doesNotContainKey("GONGGU_MYSQL_TLS");
  }

  @Test
  void aMarketHasDemoDataFromItsFirstStartOnOrNotAtAll() {
    assertThat(read().wantsDemo(false, true)).as("first start").isTrue();
    assertThat(read().wantsDemo(true, false)).as("begun earlier").isTrue();
    assertThat(read().wantsDemo(false, false)).as("began without").isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "GONGGU_MYSQL_HOST,db",
    "GONGGU_KAFKA_BOOTSTRAP,kafka:9092",
    "GONGGU_REDIS_URI,redis://cache:6379",
  })
  void aMarketOnTheOperatorsServersHasNoDemoDataUnasked(String variable, String value) {
    environment.put(variable, value);
    assertThat(read().wantsDemo(true, true)).isFalse();
    properties.put("demo", "true");
    assertThat(read().wantsDemo(false, true)).isTrue();
  }

  @Test
  void demoDataCanBeSwitchedOffAndOn() {
    environment.put("GONGGU_DEMO", "false");
    assertThat(read().wantsDemo(true, true)).isFalse();
    environment.put("GONGGU_DEMO", "0");
    assertThat(read().wantsDemo(true, true)).isFalse();
    properties.put("demo", "true");
    assertThat(read().wantsDemo(false, false)).isTrue();
  }

  @Test
  void anEmptyVariableSaysNothingAboutDemoData() {
    environment.put("GONGGU_DEMO", "");
    assertThat(read().wantsDemo(false, true)).as("first start").isTrue();
    assertThat(read().wantsDemo(false, false)).as("began without").isFalse();
  }
}
