// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.nio.file.Path;
import java.util.Map;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What becomes of a test whose server cannot be had. */
final class Absence {

  private Absence() {}

  /** What is said of a server that cannot be had. */
  static String line(Program program, String reason) {
    return "NOT TESTED with "
        + program.command()
        + ": "
        + reason
        + ". Install it, a container engine or Go.";
  }

  /** Fails where a build server runs the tests; elsewhere the test is passed over. */
  static Path endTest(String line, Map<String, String> environment) {
    if ("true".equals(environment.get("CI"))) {
      throw new AssertionFailedError(line);
    }
    throw new TestAbortedException(line);
  }
}
