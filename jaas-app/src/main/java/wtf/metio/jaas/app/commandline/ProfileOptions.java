// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.profile.FoldedStacks;
import wtf.metio.jaas.jsonnet.profile.JsonPage;
import wtf.metio.jaas.jsonnet.profile.Profile;
import wtf.metio.jaas.jsonnet.profile.TextPage;

/**
 * What is told about where the time went.
 *
 * @param file where it is written; null for stderr
 */
record ProfileOptions(@Nullable String file, Format format) {

  /** How it is told. */
  enum Format {
    /** Tables for a person. */
    TEXT,
    /** All figures for a program. */
    JSON,
    /** Stacks for a flame graph. */
    FOLDED
  }

  /** Whether stacks have to be kept for it. */
  boolean stacks() {
    return format == Format.FOLDED;
  }

  String page(Profile profile) {
    return switch (format) {
      case TEXT -> TextPage.of(profile);
      case JSON -> JsonPage.of(profile);
      case FOLDED -> FoldedStacks.of(profile);
    };
  }
}
