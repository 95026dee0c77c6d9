// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that tests run in, whichever of its folders they are started in. */
public final class Checkout {

  /** The Go modules that say which versions of servers are meant. */
  static final Path GO_MODULES = Path.of("tools", "test-servers");

  private Checkout() {}

  /** The folder with everything. */
  public static Path root() {
    for (var place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
      if (Files.isDirectory(place.resolve(GO_MODULES))) {
        return place;
      }
    }
    throw new IllegalStateException("tests run in the checkout, which has " + GO_MODULES);
  }
}
