// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.urlguard;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says which addresses may be fetched. Two questions belong together: {@link #check(String)} before
 * a request and for every redirect, {@link #objection(InetAddress)} for every address that is about
 * to be dialled. Who asks only the first is told nothing of names that lead inside.
 *
 * <p>Any number of threads may ask at once.
 */
public final class UrlGuard {

  private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_URL = 8 << 10;

  private final List<Cidr> allowed;

  /**
   * A guard.
   *
   * @param allowed ranges that may be fetched although they would be forbidden
   */
  public UrlGuard(List<Cidr> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /** Judges an address by its text. */
  public Verdict check(String written) {
    if (written.length() > LONGEST_URL) {
      return refused("the URL is longer than " + LONGEST_URL + " characters");
    }
    try {
      // Letters beyond ASCII are escaped, and are then no part of a host any more.
      return check(new URI(new URI(written).toASCIIString()));
    } catch (URISyntaxException _) {
      return refused("the URL is not well-formed");
    }
  }

  /**
   * Judges where a redirect leads.
   *
   * @param from the address that was answered with the redirect
   * @param location what the answer said
   */
  public Verdict checkRedirect(HttpTarget from, String location) {
    return from.resolved(location)
        .map(this::check)
        .orElseGet(() -> refused("the redirect leads to no well-formed URL"));
  }

  /**
   * Judges an address that is about to be dialled.
   *
   * @return why it may not be; empty if it may
   */
  public Optional<String> objection(InetAddress address) {
    return objection(address.getAddress());
  }

  private Verdict check(URI uri) {
    if (uri.getScheme() == null || uri.isOpaque()) {
      return refused("the URL is not one of http or https");
    }
    boolean secure = uri.getScheme().equalsIgnoreCase("https");
    if (!secure && !uri.getScheme().equalsIgnoreCase("http")) {
      return refused("the URL is not one of http or https");
    }
    var authority = uri.getRawAuthority();
    if (authority == null) {
      return refused("the URL names no host");
    }
    if (authority.indexOf('@') >= 0) {
      return refused("the URL carries a user name or a password");
    }
    int end = endOfHost(authority);
    var host = host(authority.substring(0, end));
    var port = port(authority.substring(end), secure ? 443 : 80);
    if (port.isEmpty()) {
      return refused("the port of the URL is not one of 1 to 65535");
    }
    return switch (host) {
      case Host.Known(var text) ->
          new Verdict.Allowed(new HttpTarget(secure, text, port.get(), resource(uri)));
      case Host.Refused(var reason) -> refused(reason);
    };
  }

  /** What stands for the host of a URL. */
  private sealed interface Host {

    record Known(String text) implements Host {}

    record Refused(String reason) implements Host {}
  }

  private Host host(String written) {
    if (written.startsWith("[")) {
      return written.indexOf('%') >= 0
          ? new Host.Refused("the address in the URL has a zone")
          : address(Ipv6Text.parse(written.substring(1, written.length() - 1)));
    }
    var lower = written.toLowerCase(Locale.ROOT);
    var name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    if (name.isEmpty()) {
      return new Host.Refused("the URL names no host");
    }
    return Ipv4Text.looksLikeOne(name) ? address(Ipv4Text.parse(name)) : named(name);
  }

  private Host named(String name) {
    if (name.length() > LONGEST_NAME
        || !List.of(name.split("\\.", -1)).stream().allMatch(l -> LABEL.matcher(l).matches())) {
      return new Host.Refused("the host of the URL is no valid name");
    }
    boolean local = name.equals("localhost") || name.endsWith(".localhost");
    return local && !loopbackIsAllowed()
        ? new Host.Refused("the host of the URL is localhost")
        : new Host.Known(name);
  }

  /** What it resolves to is judged again when it is dialled. */
  private boolean loopbackIsAllowed() {
    return objection(new byte[] {127, 0, 0, 1}).isEmpty()
        || objection(Ipv6Text.parse("::1").orElseThrow()).isEmpty();
  }

  private Host address(Optional<byte[]> address) {
    if (address.isEmpty()) {
      return new Host.Refused("the host of the URL is no valid address");
    }
    var objection = objection(address.get());
    return objection.isEmpty()
        ? new Host.Known(text(address.get()))
        : new Host.Refused("the host of the URL is " + objection.get());
  }

  private Optional<String> objection(byte[] dialled) {
    var address = Ipv6Text.plain(dialled);
    if (isAllowed(address)) {
      return Optional.empty();
    }
    var range = ForbiddenRange.of(address);
    for (var inner : EmbeddedIpv4.in(address)) {
      range = range.or(() -> isAllowed(inner) ? Optional.empty() : ForbiddenRange.of(inner));
    }
    return range.map(ForbiddenRange::text);
  }

  private boolean isAllowed(byte[] address) {
    return allowed.stream().anyMatch(range -> range.contains(address));
  }

  private static int endOfHost(String authority) {
    int bracket = authority.lastIndexOf(']');
    int colon = authority.indexOf(':', bracket + 1);
    return colon < 0 ? authority.length() : colon;
  }

  /** The port behind a host, as written with its colon or not at all. */
  private static Optional<Integer> port(String written, int usual) {
    if (written.isEmpty() || written.equals(":")) {
      return Optional.of(usual);
    }
    var digits = written.substring(1);
    return PORT.matcher(digits).matches()
        ? Optional.of(Integer.valueOf(digits)).filter(port -> port > 0 && port <= 65535)
        : Optional.empty();
  }

  private static String resource(URI uri) {
    var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery();
  }

  private static String text(byte[] address) {
    try {
      return InetAddress.getByAddress(address).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }

  private static Verdict refused(String reason) {
    return new Verdict.Refused(reason);
  }
}
