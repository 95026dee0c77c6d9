// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

/** Why a snippet has to wait. The names are those of events, known outside. */
public enum Deferral {
  /** It was rendered too often lately. */
  RATE_LIMITED("RateLimited"),
  /** Too many evaluations run. */
  EVAL_UNAVAILABLE("EvalUnavailable");

  private final String text;

  Deferral(String text) {
    this.text = text;
  }

  /** The name of the event. */
  public String text() {
    return text;
  }
}
