package kr.gonggu.member.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;

/**
 * From where a request comes, as far as limits are concerned: an IPv4 address, or the first half of
 * an IPv6 address, since a home gets all of the second half. Behind a gateway the server itself
 * replaces the gateway's address by the client's, as it is configured to trust.
 */
final class ClientAddress {

  private static final int HALF = 4;

  private ClientAddress() {}

  static String of(HttpServletRequest request) {
    return of(request.getRemoteAddr());
  }

  static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    String plain = address.replaceAll("[\\[\\]]|%.*", "");
    int gap = plain.indexOf("::");
    String[] before = groups(gap < 0 ? plain : plain.substring(0, gap));
    String[] after = groups(gap < 0 ? "" : plain.substring(gap + 2));
    String[] all = new String[2 * HALF];
    Arrays.fill(all, "0");
    if (before.length + after.length > all.length || plain.indexOf('.') >= 0) {
      return plain;
    }
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(after, 0, all, all.length - after.length, after.length);
    return String.join(":", Arrays.copyOf(all, HALF)) + "::/64";
  }

  private static String[] groups(String part) {
    return part.isEmpty() ? new String[0] : part.split(":", -1);
  }
}
