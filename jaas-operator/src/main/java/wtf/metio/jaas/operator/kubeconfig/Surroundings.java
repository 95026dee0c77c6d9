// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kubeconfig;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a process finds around itself.
 *
 * @param environment its variables
 * @param account the folder with the token, the authorities and the namespace of a pod
 */
record Surroundings(Map<String, String> environment, Path account) {

  static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(), Path.of("/var/run/secrets/kubernetes.io/serviceaccount"));
  }

  /** A variable; empty if it is not set. */
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
