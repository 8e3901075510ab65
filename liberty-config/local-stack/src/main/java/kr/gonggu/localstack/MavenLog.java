package kr.gonggu.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Maven writes, understood as far as a person at the terminal wants to know it. */
final class MavenLog {

  private static final Pattern MODULE =
      Pattern.compile("Building (\\S.*?) \\S+\\s+\\[(\\d+/\\d+)]");
  private static final Pattern GOAL = Pattern.compile("--- \\S+ \\((\\S+)\\) @ ");
  private static final Pattern DOWNLOAD =
      Pattern.compile("Downloading from \\S+: \\S+/([^/\\s]+)(?:\\s.*)?");
  private static final Pattern NETWORK =
      Pattern.compile(
          "Could not transfer|Could not find artifact|has not been downloaded from it"
              + " before|Premature end of|UnknownHostException|Connect(?:ion)? (?:timed"
              + " out|refused|reset)");
  private static final Pattern CHECKSUM =
      Pattern.compile("Checksum validation failed", Pattern.CASE_INSENSITIVE);
  private static final Pattern ARTIFACT = Pattern.compile("artifact (\\S+:\\S+)");
  private static final Pattern NPM_NETWORK =
      Pattern.compile(
          "npm (?:ERR!|error) (?:code|network) (?:EAI_AGAIN|ENOTFOUND|ECONN|ETIMEDOUT|request to)");
  private static final int SHOWN_ERRORS = 8;

  private MavenLog() {}

  /** What the last lines say is being done, or an empty text. */
  static String doing(Path log) {
    String module = "";
    String step = "";
    for (String line : lines(log)) {
      Matcher building = MODULE.matcher(line);
      Matcher goal = GOAL.matcher(line);
      Matcher download = DOWNLOAD.matcher(line);
      if (building.find()) {
        module = building.group(1) + " (" + building.group(2) + ")";
        step = "";
      } else if (goal.find()) {
        step = goal.group(1).replaceFirst("^default-", "");
      } else if (download.find()) {
        step = "fetching " + download.group(1);
      }
    }
    return module.isEmpty() || step.isEmpty() ? module + step : module + ", " + step;
  }

  /** The sentence for a Maven that failed. */
  static StackException failure(Path log) {
    List<String> errors = lines(log).stream().filter(line -> line.startsWith("[ERROR]")).toList();
    for (String line : errors) {
      if (NETWORK.matcher(line).find() || CHECKSUM.matcher(line).find()) {
        return new StackException(
            "A download failed%s: check the network, or the proxy or mirror in ~/.m2/settings.xml, and run the command again; what was complete is kept (%s)."
                .formatted(artifact(line), log));
      }
    }
    if (lines(log).stream().anyMatch(line -> NPM_NETWORK.matcher(line).find())) {
      return new StackException(
          "A download of npm failed: check the network, or the proxy in ~/.npmrc, and run the command again (%s)."
              .formatted(log));
    }
    return new StackException(
        "The build failed: mend what these lines say and run the command again; the whole output is in %s.%s"
            .formatted(
                log,
                errors.stream()
                    .filter(line -> line.length() > "[ERROR] ".length())
                    .limit(SHOWN_ERRORS)
                    .map(line -> "\n    " + line)
                    .collect(Collectors.joining())));
  }

  private static String artifact(String line) {
    Matcher artifact = ARTIFACT.matcher(line);
    return artifact.find() ? " (" + artifact.group(1) + ")" : "";
  }

  private static List<String> lines(Path log) {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
