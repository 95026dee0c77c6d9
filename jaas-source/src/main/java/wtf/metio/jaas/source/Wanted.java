// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import java.util.regex.Pattern;

/**
 * A part of an archive that somebody wants.
 *
 * @param digest a well-formed one, or any
 */
record Wanted(ArtifactAddress address, ExpectedDigest digest, Part part) {

  private static final int LONGEST_URL = 300;

  /** What may hold a secret: who asks, and the query, which may be a signature. */
  private static final Pattern SECRETS = Pattern.compile("(?<=//)[^/?#]*@|[?#].*", Pattern.DOTALL);

  /** How a message names an address. */
  static String label(String url) {
    var shown = SECRETS.matcher(url).replaceAll("").replaceAll("\\p{Cntrl}", " ");
    return "source archive "
        + (shown.length() <= LONGEST_URL ? shown : shown.substring(0, LONGEST_URL) + "...");
  }

  /** How a message names the archive. */
  String label() {
    return part.label();
  }

  /** The archive itself: equal ones are equal bytes, if {@link #isRepeatable}. */
  String archive() {
    return digest instanceof ExpectedDigest.Only(var only)
        ? only.text()
        : address.url() + ' ' + address.revision();
  }

  /** Changes whenever the files may have changed. */
  String revision() {
    return part.revisionOf(archive());
  }

  /** Whether the same words mean the same bytes the next time. */
  boolean isRepeatable() {
    return digest instanceof ExpectedDigest.Only || !address.revision().isEmpty();
  }
}
