// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.imports;

/** The answer of an {@link Importer}. */
public sealed interface Import {

  /**
   * The file.
   *
   * @param foundAt the name by which this file is known in messages and in further imports; the
   *     identity of the file within one evaluation
   * @param content the bytes; not to be changed by anybody any more
   */
  record Found(String foundAt, byte[] content) implements Import {}

  /**
   * There is no such file.
   *
   * @param reason one sentence without a full stop, shown after {@code couldn't open import "x": }
   */
  record Missing(String reason) implements Import {}

  /**
   * There is something of that name, but it cannot be read.
   *
   * @param message one sentence without a full stop, shown alone
   */
  record Unreadable(String message) implements Import {}
}
