// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.Parameters;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** A function of the host: counted and timed. */
final class WatchedFunction extends FunctionValue {

  private final Recorder recorder;
  private final Site site;
  private final FunctionValue function;

  WatchedFunction(Recorder recorder, Site site, FunctionValue function) {
    this.recorder = recorder;
    this.site = site;
    this.function = function;
  }

  @Override
  public Parameters parameters() {
    return function.parameters();
  }

  @Override
  public Value apply(Evaluation evaluation, @Nullable Value[] arguments) {
    recorder.enter(site);
    var value = function.apply(evaluation, arguments);
    recorder.exit();
    return value;
  }
}
