// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kubeconfig;

import org.jspecify.annotations.Nullable;

/** There is no usable description of an API server. Nothing helps but another one. */
public final class UnusableKubeconfigException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnusableKubeconfigException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  UnusableKubeconfigException(String message) {
    this(message, null);
  }
}
