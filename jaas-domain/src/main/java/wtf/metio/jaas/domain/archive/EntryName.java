// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may stand as the name of a file in an archive. */
public final class EntryName {

  private EntryName() {}

  /**
   * Whether a file of this name may be written: relative, without a way up, a NUL or a backslash.
   */
  public static boolean writable(String name) {
    return !name.isEmpty()
        && !name.startsWith("/")
        && name.indexOf('\0') < 0
        && name.indexOf('\\') < 0
        && !List.of(name.split("/", -1)).contains("..");
  }

  /**
   * The name that consumers of archives know a file by: segments of {@code [A-Za-z0-9._-]}, none of
   * which begins with a dot, without a leading {@code ./} and doubled slashes.
   *
   * @return empty if they would drop the file
   */
  public static Optional<String> consumable(String name) {
    if (!writable(name)) {
      return Optional.empty();
    }
    var segments = new ArrayList<String>();
    for (var segment : name.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".")) {
        continue;
      }
      if (segment.startsWith(".") || !segment.chars().allMatch(EntryName::plain)) {
        return Optional.empty();
      }
      segments.add(segment);
    }
    return segments.isEmpty() ? Optional.empty() : Optional.of(String.join("/", segments));
  }

  private static boolean plain(int character) {
    return character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || character >= '0' && character <= '9'
        || character == '.'
        || character == '_'
        || character == '-';
  }
}
