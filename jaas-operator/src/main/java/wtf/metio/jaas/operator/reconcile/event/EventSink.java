// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.event;

/** Takes in what people should know. Returns at once; any number of threads may call. */
@FunctionalInterface
public interface EventSink {

  /** Tells it, sooner or later; perhaps never, if nobody can be told. */
  void tell(Happening happening);
}
