// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

/**
 * One rule of the house.
 *
 * @param name what must hold
 * @param room the package below the root whose classes it is about; empty means all of them
 * @param check how it is found out, with the reason in its text
 */
record Rule(String name, String room, ArchRule check) {

  /**
   * Looks for violations.
   *
   * @param roomExists false as long as nobody has built the room: only then may there be no classes
   */
  EvaluationResult evaluate(JavaClasses classes, boolean roomExists) {
    return check.allowEmptyShould(!roomExists).evaluate(classes);
  }

  @Override
  public String toString() {
    return name;
  }
}
