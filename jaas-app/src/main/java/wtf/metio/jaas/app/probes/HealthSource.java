// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.probes;

import java.util.Optional;

/** Where the health of the actuator comes from. */
@FunctionalInterface
public interface HealthSource {

  /**
   * The health of a group.
   *
   * @param group empty for the whole process
   * @return empty if there is no such group
   */
  Optional<HealthReport> of(String group);

  /**
   * How healthy something is.
   *
   * @param up whether it may be relied on
   * @param json the document
   */
  record HealthReport(boolean up, String json) {}
}
