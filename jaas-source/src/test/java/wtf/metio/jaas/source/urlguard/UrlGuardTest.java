// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.urlguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlGuardTest {

  private static final UrlGuard GUARD = new UrlGuard(List.of());

  /**
   * A line of the table.
   *
   * @param answer an address, or why there is none
   */
  record Line(String url, boolean allowed, String answer) {

    static Line of(String text) {
      var parts = text.strip().split("\\s+", 2);
      boolean allowed = !parts[1].startsWith("!");
      return new Line(parts[0], allowed, allowed ? parts[1] : parts[1].substring(1).strip());
    }

    @Override
    public String toString() {
      return url;
    }
  }

  static Stream<Line> table() {
    try (var table = UrlGuardTest.class.getResourceAsStream("/urlguard/addresses.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Line::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyAddressOfTheTableIsJudgedAsItSays(Line line) {
    switch (GUARD.check(line.url())) {
      case Verdict.Allowed(var target) -> {
        assertThat(line.allowed()).as("goes to " + target.uri()).isTrue();
        assertThat(target.uri()).hasToString(line.answer());
      }
      case Verdict.Refused(var reason) -> {
        assertThat(line.allowed()).as(reason).isFalse();
        assertThat(reason).contains(line.answer()).doesNotEndWith(".");
      }
    }
  }

  @Test
  void theTableHasManyAddressesAndNoneTwice() {
    assertThat(table().map(Line::url)).doesNotHaveDuplicates().hasSizeGreaterThan(200);
  }

  @ParameterizedTest
  @MethodSource("table")
  void whereAnAllowedAddressGoesIsReadInTheSameWayAgain(Line line) {
    if (GUARD.check(line.url()) instanceof Verdict.Allowed(var target)) {
      assertThat(GUARD.check(target.uri().toString())).isEqualTo(new Verdict.Allowed(target));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/x, a loopback address",
    "//169.254.169.254/x, metadata service",
    "https://localhost/x, localhost",
    "file:///etc/passwd, not one of http or https",
    "http://u:p@example.com/, user name or a password",
    "http://[::ffff:7f00:1]/, a loopback address",
    "'http://exa mple/', no well-formed URL",
  })
  void aRedirectIsJudgedAsIfItHadBeenWritten(String location, String reason) {
    assertThat(GUARD.checkRedirect(target("http://example.com/a/b?c"), location))
        .isInstanceOfSatisfying(
            Verdict.Refused.class, refused -> assertThat(refused.reason()).contains(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "x, https://example.com:8443/a/x",
    "../x, https://example.com:8443/x",
    "/x?y, https://example.com:8443/x?y",
    "//other.example/x, https://other.example/x",
    "http://other.example, http://other.example/",
    "?y, https://example.com:8443/a/?y",
  })
  void aRelativeRedirectStaysWithItsHost(String location, String goesTo) {
    assertThat(GUARD.checkRedirect(target("https://example.com:8443/a/b?c"), location))
        .isInstanceOfSatisfying(
            Verdict.Allowed.class,
            allowed -> assertThat(allowed.target().uri()).hasToString(goesTo));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",
        "169.254.169.254",
        "169.254.1.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fd00:ec2::254",
      })
  void whatANameResolvedToIsJudgedOnceMore(String address) {
    assertThat(GUARD.objection(InetAddress.ofLiteral(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "192.168.0.1", "8.8.8.8", "2001:db8::1", "fd00::1"})
  void privateAndPublicAddressesMayBeDialled(String address) {
    assertThat(GUARD.objection(InetAddress.ofLiteral(address))).isEmpty();
  }

  @Test
  void aRangeThatIsOpenedMayBeFetchedInEverySpellingAndByName() {
    var open = new UrlGuard(List.of(range("127.0.0.0/8")));

    for (var host : List.of("127.0.0.1", "0x7f.1", "[::ffff:7f00:1]", "localhost", "[::7f00:1]")) {
      assertThat(open.check("http://" + host + ":8080/x"))
          .as(host)
          .isInstanceOf(Verdict.Allowed.class);
    }
    assertThat(open.objection(InetAddress.ofLiteral("127.0.0.1"))).isEmpty();
  }

  @Test
  void aRangeThatIsOpenedOpensNoOther() {
    var open = new UrlGuard(List.of(range("127.0.0.0/8")));

    for (var host :
        List.of("169.254.169.254", "[::1]", "0.0.0.0", "[fe80::1]", "[2002:a9fe:1::]")) {
      assertThat(open.check("http://" + host + "/x")).as(host).isInstanceOf(Verdict.Refused.class);
    }
    assertThat(open.objection(InetAddress.ofLiteral("::1"))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.0.0.0/7, 11.0.0.1, true",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.4, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::1, false",
    "fd00::/8, fdff::1, true",
    "fd00::/8, fe00::1, false",
    "::1, ::1, true",
  })
  void aRangeHoldsWhatBeginsLikeIt(String range, String address, boolean holds) {
    assertThat(range(range).contains(InetAddress.ofLiteral(address))).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "10",
        "10.0.0.0/33",
        "10.0.0.0/",
        "10.0.0.0/-1",
        "10.0.0/8",
        "::/129",
        "x/8",
        "10.0.0.0/8/8",
        "localhost",
        "fe80::1%eth0/64"
      })
  void whatIsNoRangeIsNotTakenForOne(String text) {
    assertThat(Cidr.of(text)).isEqualTo(Optional.empty());
  }

  @Test
  void anAddressOfUnlimitedLengthIsNotLookedAt() {
    assertThat(GUARD.check("http://example.com/" + "x".repeat(10_000)))
        .isEqualTo(new Verdict.Refused("the URL is longer than 8192 characters"));
  }

  @Test
  void aTargetIsShownWithoutItsQuery() {
    assertThat(target("https://example.com/x?signature=secret"))
        .hasToString("https://example.com/x");
  }

  private static HttpTarget target(String url) {
    return ((Verdict.Allowed) GUARD.check(url)).target();
  }

  private static Cidr range(String text) {
    return Cidr.of(text).orElseThrow();
  }
}
