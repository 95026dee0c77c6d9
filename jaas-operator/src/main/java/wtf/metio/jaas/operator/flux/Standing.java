// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.publication.Publisher;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Where is said whether an announced archive can be had. Any number of threads may call. */
public interface Standing {

  /** Whether it is said of what a snippet announces that it cannot be had, as far as is known. */
  boolean isDiscredited(ResourceName snippet);

  /**
   * Says of what was announced that it cannot be had now; the next announcement takes that back.
   * Without anything announced nothing is said.
   *
   * @param message why, without anything of the server
   */
  Publisher.Announcement discredit(
      ResourceName snippet, String message, Tenant tenant, Fence fence);
}
