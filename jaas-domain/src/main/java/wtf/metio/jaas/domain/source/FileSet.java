// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;

/**
 * Files by path, in the order of the bytes of their paths, and nothing of when or by whom they were
 * written.
 *
 * <p>A path is whatever its owner calls the file; what may stand in one is decided where a set is
 * read or written. The content of a file is not to be changed by anybody any more.
 */
public final class FileSet {

  /** Not the order of strings, which sorts characters beyond the first 65,536 elsewhere. */
  private static final Comparator<String> BYTEWISE =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private final TreeMap<String, byte[]> files = new TreeMap<>(BYTEWISE);

  /** The files of a map. */
  public FileSet(Map<String, byte[]> files) {
    this.files.putAll(files);
  }

  /** A single file. */
  public static FileSet of(String path, byte[] content) {
    return new FileSet(Map.of(path, content));
  }

  /** Texts, as UTF-8. */
  public static FileSet ofTexts(Map<String, String> texts) {
    var files = new TreeMap<String, byte[]>();
    texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return new FileSet(files);
  }

  /** The paths, in order. */
  public SequencedSet<String> paths() {
    return Collections.unmodifiableSequencedSet(files.navigableKeySet());
  }

  /** The content of a file. */
  public Optional<byte[]> content(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** Every file, in order. */
  public Iterable<Map.Entry<String, byte[]>> entries() {
    return Collections.unmodifiableSet(files.entrySet());
  }

  /** How many files there are. */
  public int count() {
    return files.size();
  }

  /** The size of all files together. */
  public long bytes() {
    return files.values().stream().mapToLong(content -> content.length).sum();
  }

  @Override
  public String toString() {
    return files.keySet().toString();
  }
}
