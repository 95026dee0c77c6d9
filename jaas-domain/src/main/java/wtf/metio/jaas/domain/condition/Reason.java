// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.condition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a snippet is ready or is not. The names are part of the contract with users, alerts and
 * dashboards, and never change.
 */
public enum Reason {
  SYNCED("Synced"),
  SUSPENDED("Suspended"),
  PENDING("Pending"),
  SERVICE_ACCOUNT_MISSING("ServiceAccountMissing"),
  EXTERNAL_VARIABLE_CONFLICT("ExternalVariableConflict"),
  INVALID_SPEC("InvalidSpec"),
  CROSS_NAMESPACE_REF_REJECTED("CrossNamespaceRefRejected"),
  LIBRARY_NOT_FOUND("LibraryNotFound"),
  DEPENDENCY_CYCLE("DependencyCycle"),
  RBAC_DENIED("RBACDenied"),
  SOURCE_NOT_READY("SourceNotReady"),
  SOURCE_FETCH_FAILED("SourceFetchFailed"),
  SOURCE_REF_NOT_YET_SUPPORTED("SourceRefNotYetSupported"),
  EVALUATION_FAILED("EvaluationFailed"),
  EVALUATION_TIMEOUT("EvaluationTimeout"),
  ARTIFACT_TOO_LARGE("ArtifactTooLarge"),
  STORAGE_OPERATION_FAILED("StorageOperationFailed");

  private static final String RUNBOOKS = "https://jaas.projects.metio.wtf/runbooks/";

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  /** The reason of this name, if it is one of ours. */
  public static Optional<Reason> of(String text) {
    return Arrays.stream(values()).filter(reason -> reason.text.equals(text)).findFirst();
  }

  /** The name as it stands in a status. */
  public String text() {
    return text;
  }

  /** Whether nothing is wrong: neither an alert nor a runbook is needed. */
  public boolean isHappy() {
    return this == SYNCED || this == SUSPENDED || this == PENDING;
  }

  /** The last part of the address of the runbook, and the name of its page without the ending. */
  public String slug() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** What a status says: the message, and where to read on if something is wrong. */
  public String decorated(String message) {
    return isHappy() ? message : message + " (runbook: " + RUNBOOKS + slug() + "/)";
  }
}
