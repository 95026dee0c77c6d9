// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import java.time.Duration;

/**
 * How to talk to an API server.
 *
 * @param kubeconfig a file; empty for the one of the surroundings, the pod, or the user
 * @param userAgent by which the API server knows this program in its logs
 * @param requestTimeout until a request counts as unanswered, waiting for its turn included
 * @param pingInterval how often a connection is asked whether anybody is there; one that does not
 *     answer until the next time is given up, with everything that waits on it
 * @param requestsAtOnce at most in flight, of all identities; watches and leases do not count
 */
public record KubeOptions(
    String kubeconfig,
    String userAgent,
    Duration requestTimeout,
    Duration pingInterval,
    int requestsAtOnce) {

  /** What fits an API server that is well. */
  public static KubeOptions of(String kubeconfig, String version) {
    return new KubeOptions(
        kubeconfig, "jaas/" + version, Duration.ofSeconds(15), Duration.ofSeconds(10), 64);
  }
}
