// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.notation.Sha256;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileSet;

/**
 * What was published, by its content: equal content is the same revision, whenever and wherever it
 * was made.
 *
 * @param text {@code sha256:} and 64 lower-case hexadecimal digits
 */
public record Revision(String text) {

  private static final String SUFFIX = ".tar.gz";

  /** Names under which stores keep revisions and clients may ask for them. */
  private static final Pattern FILE_NAME =
      Pattern.compile("(?:sha256[-:])?(?<hex>[0-9a-f]{64})\\.tar\\.gz");

  public Revision {
    if (!Sha256.isWritten(text)) {
      throw new IllegalArgumentException("not a revision: " + text);
    }
  }

  /** The revision of a single text that was rendered. */
  public static Revision ofText(byte[] content) {
    var digest = Sha256.begin();
    digest.update(content);
    return new Revision(Sha256.end(digest));
  }

  /** The revision of several files: their names and contents, each with a NUL behind it. */
  public static Revision ofFiles(FileSet files) {
    var digest = Sha256.begin();
    for (var file : files.entries()) {
      digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(file.getValue());
      digest.update((byte) 0);
    }
    return new Revision(Sha256.end(digest));
  }

  /**
   * The revision that a file is an archive of, by its name: {@link #fileName}, or with a colon, or
   * the digits alone.
   */
  public static Optional<Revision> ofFileName(String name) {
    var matcher = FILE_NAME.matcher(name);
    return matcher.matches()
        ? Optional.of(new Revision(Sha256.PREFIX + matcher.group("hex")))
        : Optional.empty();
  }

  /** The name of the archive, {@code sha256-<digits>.tar.gz}. */
  public String fileName() {
    return text.replace(':', '-') + SUFFIX;
  }

  /** Where the archive lies below the root of a store, and below the address of its server. */
  public String path(ResourceName owner) {
    return owner.namespace() + '/' + owner.name() + '/' + fileName();
  }

  @Override
  public String toString() {
    return text;
  }
}
