package kr.gonggu.benchmark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The benchmark's command; README, section "Benchmark", has its options. Ends with status 0 when
 * every answer was exact, with 1 when one was not or it could not run.
 */
public final class Benchmark {

  private final Options options;
  private final PrintStream out;

  private Benchmark(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /**
   * @param arguments none; options are system properties
   */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    boolean exact = false;
    try {
      exact = new Benchmark(Options.of(System::getProperty), out).run();
    } catch (BenchmarkException e) {
      out.println();
      out.println("  " + e.getMessage());
    } catch (RuntimeException e) {
      out.println("  This should not have happened; please report it with the lines below.");
      e.printStackTrace(out);
    }
    // Maven would go on with the modules that the benchmark does not need.
    System.exit(exact ? 0 : 1);
  }

  private boolean run() {
    try (Market market =
        new Market(
            options.market(), options.data(), Database.of(options.data(), System.getenv()))) {
      out.println();
      out.println("  우리동네 공구마켓: benchmark of " + options.market());
      long begin = System.nanoTime();
      new Preparation(market, options.data()).run();
      out.printf(
          "  1 000 members and 20 000 deals are there (%.1f s).%n",
          (System.nanoTime() - begin) / 1e9);
      out.printf(
          "  %d cores, %s %s, Java %s; each line is measured for %d s after a warm-up.%n%n",
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("os.name"),
          System.getProperty("os.arch"),
          System.getProperty("java.version"),
          options.seconds().toSeconds());
      return lines(market);
    }
  }

  private boolean lines(Market market) {
    Duration time = options.seconds();
    Reads reads = new Reads(market, time);
    Joins joins = new Joins(market, time);
    Remittances remittances = new Remittances(market, time);
    Chat chat = new Chat(market);
    Map<String, Supplier<Result>> lines = new LinkedHashMap<>();
    lines.put("newest", reads::newest);
    lines.put("search", reads::search);
    lines.put("nearby", reads::nearby);
    lines.put("detail", reads::detail);
    lines.put("rush", joins::rush);
    lines.put("spread", joins::spread);
    lines.put("remit", remittances::random);
    lines.put("hot", remittances::hot);
    lines.put("overdraw", remittances::overdraw);
    lines.put("rooms", () -> chat.run("rooms", 20, 10, false));
    lines.put("room", () -> chat.run("room", 1, 200, false));
    lines.put("rooms-read", () -> chat.run("rooms-read", 20, 10, true));
    lines.put("room-read", () -> chat.run("room-read", 1, 200, true));
    for (String name : options.only()) {
      if (!lines.containsKey(name)) {
        throw new BenchmarkException(
            "-Donly knows %s.".formatted(String.join(", ", lines.keySet())));
      }
    }
    Report report = new Report(out);
    report.begin();
    lines.forEach(
        (name, line) -> {
          if (options.wants(name)) {
            report.add(line.get());
          }
        });
    return report.end();
  }
}
