// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.withdrawal;

/** Why a snippet was let go although something is left of it. The texts are known outside. */
public enum ForceCause {
  /** Nobody could act as its tenant for too long. */
  TENANT_CLIENT_TIMEOUT("tenant_client_timeout"),
  /** Nobody can act as its tenant. */
  TENANT_CLIENT_PERMANENT("tenant_client_permanent"),
  /** Withdrawing failed for too long. */
  WITHDRAW_TIMED_OUT("withdraw_timed_out"),
  /** Withdrawing was refused. */
  WITHDRAW_PERMANENT("withdraw_permanent");

  private final String text;

  ForceCause(String text) {
    this.text = text;
  }

  /** The label of a counter. */
  public String text() {
    return text;
  }
}
