// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance.generated;

import java.util.Map;
import wtf.metio.jaas.jsonnet.OutputForm;

/**
 * A program made by chance.
 *
 * <p>It may read the external variables {@code s}, a string, and {@code c}, code; where its value
 * is a function the parameter {@code t} is given.
 *
 * @param files what it imports
 */
public record GeneratedProgram(Term main, OutputForm form, Map<String, String> files) {

  /** The same program but for its text. */
  public GeneratedProgram with(Term other) {
    return new GeneratedProgram(other, form, files);
  }
}
