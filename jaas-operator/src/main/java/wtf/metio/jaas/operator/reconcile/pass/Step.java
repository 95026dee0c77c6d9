// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import java.util.function.Function;

/** What a step of a pass leads to: on to the next one, or to the end. */
sealed interface Step<T> {

  /** The next step works with this. */
  record On<T>(T value) implements Step<T> {}

  /** The pass is over. */
  record End<T>(Ending ending) implements Step<T> {}

  /** Takes the next step, if there is one. */
  default <N> Step<N> then(Function<T, Step<N>> next) {
    return switch (this) {
      case On<T>(var value) -> next.apply(value);
      case End<T>(var ending) -> new End<>(ending);
    };
  }

  /** The end of a pass that comes to its last step. */
  default Ending end(Function<T, Ending> last) {
    return switch (this) {
      case On<T>(var value) -> last.apply(value);
      case End<T>(var ending) -> ending;
    };
  }
}
