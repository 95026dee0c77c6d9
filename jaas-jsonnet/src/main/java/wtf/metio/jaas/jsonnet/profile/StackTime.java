// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

import java.util.List;

/**
 * Time that was spent with the same pieces around.
 *
 * @param frames from the outermost to the one that the time was spent in
 * @param selfNanos more than zero
 */
public record StackTime(List<String> frames, long selfNanos) {

  public StackTime {
    frames = List.copyOf(frames);
  }
}
