// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/** Some packages below a root, each with everything inside it. */
final class NamedSlices implements SliceAssignment {

  private final String root;
  private final List<String> names;

  NamedSlices(String root, String... names) {
    this.root = root;
    this.names = List.of(names);
  }

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass subject) {
    String home = subject.getPackageName() + ".";
    return names.stream()
        .filter(name -> home.startsWith(root + "." + name + "."))
        .findFirst()
        .map(SliceIdentifier::of)
        .orElseGet(SliceIdentifier::ignore);
  }

  @Override
  public String getDescription() {
    return names + " below " + root;
  }
}
