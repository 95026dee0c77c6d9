// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import wtf.metio.jaas.jsonnet.compile.CompiledProgram;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.profile.recording.Recording;

/** Programs of one evaluation that is watched, kept by nobody. */
final class WatchedPrograms implements Programs {

  private final Recording recording;

  WatchedPrograms(Recording recording) {
    this.recording = recording;
  }

  @Override
  public CompiledProgram program(SourceText source, long maxBytes, Checkpoint checkpoint) {
    Programs.requireSize(source, maxBytes);
    return recording.compile(source, outfit -> Programs.compile(source, outfit, checkpoint));
  }
}
