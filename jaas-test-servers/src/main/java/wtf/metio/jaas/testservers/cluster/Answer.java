// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

import java.util.List;

/**
 * What the server answered.
 *
 * @param status of HTTP
 * @param text the whole body
 */
public record Answer(int status, String text) {

  private static final int FIRST_FAILURE = 300;

  /** Whether the server did what it was asked. */
  public boolean succeeded() {
    return status < FIRST_FAILURE;
  }

  /** The body, whatever the server thought of the request. */
  public KubeObject body() {
    return new KubeObject(DeepJson.object(text));
  }

  /** The body; fails the test if the server did not do what it was asked. */
  public KubeObject object() {
    if (!succeeded()) {
      throw new AssertionError("The server answered " + status + ": " + text);
    }
    return body();
  }

  /** The objects of a list; fails as {@link #object} does. */
  public List<KubeObject> items() {
    return object().objects("/items");
  }

  /** What the server has to say about a failure; empty if there was none. */
  public String message() {
    return succeeded() ? "" : body().text("/message").orElse(text);
  }
}
