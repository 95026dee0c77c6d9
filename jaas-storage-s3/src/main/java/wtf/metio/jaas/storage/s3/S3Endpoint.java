// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows from the address of a server. */
final class S3Endpoint {

  private static final String DEFAULT_REGION = "us-east-1";

  /** The public addresses of AWS; those of private endpoints are as any other server's. */
  private static final Pattern AWS =
      Pattern.compile(
          "s3(?:[.-](?<dual>dualstack))?(?:[.-](?<region>[a-z]{2}(?:-[a-z]+)+-[0-9]))?"
              + "\\.amazonaws\\.com(?:\\.cn)?(?::443)?");

  /** Servers that know a bucket by the name of the host alone. */
  private static final String WITHOUT_PATH_STYLE = ".aliyuncs.com";

  private final S3Options options;
  private final String host;
  private final Matcher aws;
  private final boolean isAws;

  S3Endpoint(S3Options options) {
    this.options = options;
    this.host = options.endpoint().toLowerCase(Locale.ROOT);
    this.aws = AWS.matcher(host);
    this.isAws = aws.matches() && options.tls();
  }

  /** Whether it is AWS, whose addresses its SDK knows best. */
  boolean isAws() {
    return isAws;
  }

  boolean isDualStack() {
    return isAws && aws.group("dual") != null;
  }

  /** The address; empty if the SDK makes it of the region. */
  Optional<URI> override() {
    return isAws
        ? Optional.empty()
        : Optional.of(URI.create((options.tls() ? "https://" : "http://") + options.endpoint()));
  }

  String region() {
    if (!options.region().isEmpty()) {
      return options.region();
    }
    var named = isAws ? aws.group("region") : null;
    return named == null ? DEFAULT_REGION : named;
  }

  boolean isPathStyle() {
    return switch (options.pathStyle()) {
      case TRUE -> true;
      case FALSE -> false;
      case AUTO -> !isAws && !host.endsWith(WITHOUT_PATH_STYLE);
    };
  }
}
