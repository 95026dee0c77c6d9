// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import com.google.gson.JsonObject;

/**
 * A change to a part of an object.
 *
 * @param subresource the last part of the path; empty for the object itself
 */
public record Patch(Form form, String subresource, JsonObject body) {

  /** As what the API server takes the body. */
  public enum Form {
    /** A JSON merge patch; lists are replaced as a whole. */
    MERGE,
    /** Server-side apply, taking over what others own. */
    APPLY
  }

  /** The field manager of everything that is written. */
  public static final String FIELD_MANAGER = "jaas-operator";

  /** Merges into an object. */
  public static Patch merge(JsonObject body) {
    return new Patch(Form.MERGE, "", body);
  }

  /** Merges into the status of an object. */
  public static Patch mergeStatus(JsonObject body) {
    return new Patch(Form.MERGE, "status", body);
  }

  /** Applies an object. */
  public static Patch apply(JsonObject body) {
    return new Patch(Form.APPLY, "", body);
  }

  /** Applies the status of an object. */
  public static Patch applyStatus(JsonObject body) {
    return new Patch(Form.APPLY, "status", body);
  }
}
