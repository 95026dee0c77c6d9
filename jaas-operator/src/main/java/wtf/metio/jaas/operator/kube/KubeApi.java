// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import com.google.gson.JsonObject;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * The API server, asked by one identity.
 *
 * <p>Every call waits for the answer, for a bounded time. Nothing is tried twice here. Any number
 * of threads may call at once.
 */
public interface KubeApi {

  /** Reads an object. */
  Reply get(ResourceType type, ResourceName name);

  /** Creates an object; its namespace must be that of the path. */
  Reply create(ResourceType type, String namespace, JsonObject object);

  /** Changes a part of an object. */
  Reply patch(ResourceType type, ResourceName name, Patch patch);

  /**
   * Creates something that belongs to an object, such as a token.
   *
   * @param subresource the last part of the path
   */
  Reply createFor(ResourceType type, ResourceName name, String subresource, JsonObject object);

  /**
   * Replaces an object or its status.
   *
   * @param subresource the last part of the path; empty for the object itself
   * @param object with the resource version it was made from
   */
  Reply replace(ResourceType type, ResourceName name, String subresource, JsonObject object);

  /**
   * Deletes an object.
   *
   * @param uid of the one that is meant; another one of the same name stays. Empty for any
   */
  Reply delete(ResourceType type, ResourceName name, String uid);
}
