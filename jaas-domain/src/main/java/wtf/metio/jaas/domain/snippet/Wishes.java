// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.snippet;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What somebody asks for by annotations: another look at a snippet, or to have it rendered whatever
 * its inputs. Any new value is a new wish.
 *
 * @param look empty for none
 * @param render empty for none
 */
public record Wishes(String look, String render) {

  private static final String LOOK = "reconcile.fluxcd.io/requestedAt";
  private static final String LOOK_OURS = "jaas.metio.wtf/reconcile-at";
  private static final String RENDER = "reconcile.fluxcd.io/forceAt";

  /** The annotations. */
  public static final List<String> ANNOTATIONS = List.of(LOOK, LOOK_OURS, RENDER);

  /**
   * The wishes that annotations tell.
   *
   * @param annotation gives the value of one; empty if there is none
   */
  public static Wishes in(UnaryOperator<String> annotation) {
    var look = annotation.apply(LOOK);
    return new Wishes(
        look.isEmpty() ? annotation.apply(LOOK_OURS) : look, annotation.apply(RENDER));
  }
}
