// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

/** A store failed for a reason that lies with the store; the same call may succeed later. */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final StoreProblem problem;
  private final String text;

  /**
   * A failure.
   *
   * @param message one sentence without a full stop that names neither secrets nor folders of this
   *     machine, for users
   */
  public StoreUnavailableException(StoreProblem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
    this.text = message;
  }

  /** What users are told. */
  public String text() {
    return text;
  }

  /** What kind of failure it was. */
  public StoreProblem problem() {
    return problem;
  }
}
