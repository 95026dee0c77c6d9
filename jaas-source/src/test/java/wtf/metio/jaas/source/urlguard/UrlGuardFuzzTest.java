// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.urlguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** Whatever is written: what the guard lets through leads where it may. */
class UrlGuardFuzzTest {

  private static final UrlGuard GUARD = new UrlGuard(List.of());

  private static final List<String> PIECES =
      List.of(
          "http",
          "https",
          ":",
          "//",
          "/",
          "\\",
          "@",
          "#",
          "?",
          "[",
          "]",
          "%",
          "%25",
          "%2e",
          ".",
          "..",
          "0x",
          "0",
          "0177",
          "127",
          "1",
          "7f",
          "169",
          "254",
          "::",
          "ffff",
          "fe80",
          "64:ff9b",
          "2002",
          "a9fe",
          "localhost",
          "LOCALHOST",
          "example",
          "com",
          "eth0",
          "80",
          "65536",
          "-",
          "_",
          " ",
          "\t",
          "\0",
          "é",
          "１",
          "。",
          "user",
          ",",
          "$",
          "&",
          "=",
          "+",
          ";",
          "'",
          "(",
          "*");

  @Test
  void nothingThatIsWrittenLeadsInsideOrBreaksTheGuard() {
    var random = new Random(20260101);
    for (int i = 0; i < 300_000; i++) {
      var url = new StringBuilder(random.nextInt(4) == 0 ? "" : "http://");
      for (int piece = random.nextInt(12); piece >= 0; piece--) {
        url.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertHarmless(url.toString());
    }
  }

  @Test
  void everySpellingOfAnAddressIsJudgedAsTheAddressIs() throws UnknownHostException {
    var random = new Random(20260102);
    for (int i = 0; i < 100_000; i++) {
      var address = new byte[4];
      random.nextBytes(address);
      if (random.nextBoolean()) {
        address[0] = List.of((byte) 127, (byte) 0, (byte) 169, (byte) 224).get(random.nextInt(4));
      }
      var plain = InetAddress.getByAddress(address);
      var url = "http://" + spelled(address, random) + "/";
      assertThat(GUARD.check(url) instanceof Verdict.Refused)
          .as(url)
          .isEqualTo(GUARD.objection(plain).isPresent());
    }
  }

  private static void assertHarmless(String url) {
    if (!(GUARD.check(url) instanceof Verdict.Allowed(var target))) {
      return;
    }
    assertThat(target.host()).as(url).isNotEmpty().doesNotEndWith(".").isNotEqualTo("localhost");
    assertThat(
            target.uri().getHost() == null ? target.uri().getAuthority() : target.uri().getHost())
        .as(url)
        .contains(target.host());
    if (target.host().indexOf(':') >= 0 || Ipv4Text.looksLikeOne(target.host())) {
      assertThat(GUARD.objection(InetAddress.ofLiteral(target.host()))).as(url).isEmpty();
    }
  }

  /** One of the ways in which the four bytes can be written. */
  private static String spelled(byte[] address, Random random) {
    int parts = 1 + random.nextInt(4);
    var text = new StringJoiner(".", "", random.nextInt(5) == 0 ? "." : "");
    int at = 0;
    for (int part = 0; part < parts; part++) {
      int end = part == parts - 1 ? 4 : at + 1;
      long number = 0;
      while (at < end) {
        number = number << 8 | address[at++] & 0xff;
      }
      text.add(spelled(number, random));
    }
    return text.toString();
  }

  private static String spelled(long number, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "0x" + "0".repeat(random.nextInt(3)) + Long.toHexString(number);
      case 1 -> "0" + "0".repeat(random.nextInt(3)) + Long.toOctalString(number);
      case 2 -> "0X" + Long.toHexString(number).toUpperCase(Locale.ROOT);
      default -> Long.toString(number);
    };
  }
}
