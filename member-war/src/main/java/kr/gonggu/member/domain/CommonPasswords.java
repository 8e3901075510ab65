package kr.gonggu.member.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passwords that head every list of leaked ones, as far as they are long enough to be chosen
 * here (OWASP ASVS 5, 6.2.4).
 */
final class CommonPasswords {

  private static final Set<String> WORDS = read();

  private CommonPasswords() {}

  /**
   * @param password in lower case
   */
  static boolean contain(String password) {
    return WORDS.contains(password) || password.chars().distinct().count() == 1;
  }

  private static Set<String> read() {
    try (InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
