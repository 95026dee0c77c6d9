// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.function.Function;
import wtf.metio.jaas.domain.condition.Reason;

/** What a step of a pass leads to: on to the next one, or to the end. */
sealed interface Step<T> {

  /** The next step works with this. */
  record On<T>(T value) implements Step<T> {}

  /** The pass is over. */
  record End<T>(Pass pass) implements Step<T> {}

  static <T> Step<T> failed(Reason reason, String message, Retry retry) {
    return new End<>(new Pass.Failed(reason, message, retry));
  }

  /** Takes the next step, if there is one. */
  default <N> Step<N> then(Function<T, Step<N>> next) {
    return switch (this) {
      case On<T>(var value) -> next.apply(value);
      case End<T>(var pass) -> new End<>(pass);
    };
  }

  /** The end of a pass whose last step ends it. */
  static Pass end(Step<Pass> last) {
    return switch (last) {
      case On<Pass>(var pass) -> pass;
      case End<Pass>(var pass) -> pass;
    };
  }
}
