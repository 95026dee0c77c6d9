// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

/** A value that needs no computing; immutable, so that every evaluation may share it. */
public interface Constant {

  /** The value. */
  Value value();
}
