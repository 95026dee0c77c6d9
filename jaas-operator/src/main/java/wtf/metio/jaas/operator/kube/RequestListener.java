// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import java.time.Duration;

/** Hears of every request to the API server. Called by any thread; must not block. */
@FunctionalInterface
public interface RequestListener {

  /** Nobody listens. */
  RequestListener NONE = _ -> {};

  /** The head of an answer came, or none will come. */
  void asked(Request request);

  /**
   * A request that is over; of a watch, that began.
   *
   * @param method of HTTP
   * @param verb as roles name it: get, list, watch, create, update, patch, delete, deletecollection
   * @param resource as roles name it, {@code leases.coordination.k8s.io}; empty for what is none
   * @param subresource empty for the object itself
   * @param host with port
   * @param code of HTTP; zero if nobody answered
   * @param failure why nobody answered; empty if somebody did
   * @param took until the head of the answer
   */
  record Request(
      String method,
      String verb,
      String resource,
      String subresource,
      String host,
      int code,
      String failure,
      Duration took) {}
}
