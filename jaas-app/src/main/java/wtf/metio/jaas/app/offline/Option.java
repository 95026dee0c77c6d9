// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What may be said on a command line. */
enum Option {
  HELP(false, "-h", "--help"),
  FILENAME(true, "-f", "--filename"),
  SOURCE(true, "--source"),
  LIBRARY_PATH(true, "-J", "--library-path"),
  EXT_VAR(true, "-V", "--ext-var"),
  ALLOW_CROSS_NAMESPACE(false, "--allow-cross-namespace-refs"),
  MAX_STACK(true, "--max-stack"),
  TIMEOUT(true, "--evaluation-timeout"),
  MAX_ARTIFACT_BYTES(true, "--max-artifact-bytes"),
  OUTPUT(true, "-o", "--output-file"),
  FOLDER(true, "-m", "--multi"),
  ARCHIVE(true, "--archive"),
  AGAINST(true, "--against"),
  MARKDOWN(false, "--markdown"),
  SHOW_SECRETS(false, "--show-secrets");

  private final boolean takesValue;
  private final List<String> names;

  Option(boolean takesValue, String... names) {
    this.takesValue = takesValue;
    this.names = List.of(names);
  }

  static Optional<Option> of(String name) {
    return Arrays.stream(values()).filter(option -> option.names.contains(name)).findFirst();
  }

  boolean takesValue() {
    return takesValue;
  }

  List<String> names() {
    return names;
  }

  /** The name that says most. */
  @Override
  public String toString() {
    return names.getLast();
  }
}
