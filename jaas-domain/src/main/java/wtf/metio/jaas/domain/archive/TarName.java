// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import java.util.Optional;

/**
 * How a name is put into the header of a tar.
 *
 * @param prefix folders, without the last slash; may be empty
 * @param name the rest
 */
record TarName(String prefix, String name) {

  private static final String EXTENSION_FOLDER = "PaxHeaders.0";

  /** Splits a name between the two fields for it; empty if it does not fit. */
  static Optional<TarName> split(String name) {
    if (!ascii(name)) {
      return Optional.empty();
    }
    if (name.length() <= TarBlock.NAME_LENGTH) {
      return Optional.of(new TarName("", name));
    }
    int slash = name.lastIndexOf('/', TarBlock.PREFIX_LENGTH);
    int rest = name.length() - slash - 1;
    return slash <= 0 || rest == 0 || rest > TarBlock.NAME_LENGTH
        ? Optional.empty()
        : Optional.of(new TarName(name.substring(0, slash), name.substring(slash + 1)));
  }

  /** The name of the header that holds the whole name of a file. */
  static String ofExtension(String name) {
    int slash = name.lastIndexOf('/');
    var folder = slash < 0 ? "" : name.substring(0, slash + 1);
    return shortened(folder + EXTENSION_FOLDER + '/' + name.substring(slash + 1));
  }

  /** As much of a name as fits, for readers that do not know of extensions. */
  static String shortened(String name) {
    var kept = new StringBuilder();
    for (int i = 0; i < name.length() && kept.length() < TarBlock.NAME_LENGTH; i++) {
      if (name.charAt(i) < 0x80) {
        kept.append(name.charAt(i));
      }
    }
    int end = kept.length();
    while (end > 0 && kept.charAt(end - 1) == '/') {
      end--;
    }
    return kept.substring(0, end);
  }

  private static boolean ascii(String name) {
    return name.chars().allMatch(character -> character < 0x80);
  }
}
