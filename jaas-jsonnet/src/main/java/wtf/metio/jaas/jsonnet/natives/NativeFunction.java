// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.natives;

import java.util.List;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;

/**
 * A function of the host.
 *
 * @param name as given to {@code std.native}
 * @param parameters names of the parameters, all of them required
 * @param body what it does; called on the evaluating thread, with arguments already evaluated
 */
public record NativeFunction(String name, List<String> parameters, Body body) {

  public NativeFunction {
    parameters = List.copyOf(parameters);
  }

  /** What a native function does. Pure: equal arguments, equal results, nothing else touched. */
  public interface Body {

    /**
     * Computes the result.
     *
     * @param arguments as many as there are parameters
     * @param checkpoint to be called at least every few milliseconds of work; ends the evaluation
     *     by throwing when its time is over
     * @throws NativeFailure with the message that becomes the error of the program
     */
    Json apply(List<Json> arguments, Checkpoint checkpoint) throws NativeFailure;
  }
}
