// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.writing;

import com.google.gson.JsonObject;
import wtf.metio.jaas.domain.snippet.Wishes;
import wtf.metio.jaas.operator.kube.KubeObject;

/** What somebody wishes by annotations, and which of it was met. */
public final class Annotations {

  /** The field of the status that says which wish to be rendered was met. */
  static final String RENDERED = "lastHandledForceAt";

  private Annotations() {}

  /** What is wished of an object. */
  public static Wishes wishes(KubeObject object) {
    var annotations =
        object.part("metadata").get("annotations") instanceof JsonObject present
            ? present
            : new JsonObject();
    return Wishes.in(name -> Conditions.text(annotations, name));
  }

  /** Whether it is wished that a snippet is rendered, and it was not since. */
  public static boolean isToBeRendered(KubeObject snippet) {
    var wish = wishes(snippet).render();
    return !wish.isEmpty() && !wish.equals(Conditions.text(snippet.part("status"), RENDERED));
  }
}
