// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

/** A process that may not publish any more tried to. */
public final class FencedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The fence was closed in the last moment. */
  public FencedException() {
    super("this process may not publish any more");
  }
}
