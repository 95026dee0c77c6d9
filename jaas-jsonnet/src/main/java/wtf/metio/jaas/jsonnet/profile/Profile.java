// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

import java.util.List;

/**
 * Where the time of one evaluation went, however it ended.
 *
 * <p>The self times of all entries add up to the wall time without what the profile itself took.
 *
 * @param program its name in messages
 * @param ending {@code rendered}, or the first line of what went wrong
 * @param entries the longest self time first
 * @param files the longest time in their code first
 * @param calls the most frequent first
 * @param growths the most copied first
 * @param stacks in no order; empty unless they were asked for
 */
public record Profile(
    String program,
    String ending,
    Costs costs,
    List<Entry> entries,
    List<FileUse> files,
    List<CallPlace> calls,
    List<Growth> growths,
    List<StackTime> stacks) {

  public Profile {
    entries = List.copyOf(entries);
    files = List.copyOf(files);
    calls = List.copyOf(calls);
    growths = List.copyOf(growths);
    stacks = List.copyOf(stacks);
  }

  /** Time in the program and in the engine on its behalf. */
  public long selfNanos() {
    return entries.stream().mapToLong(Entry::selfNanos).sum();
  }
}
