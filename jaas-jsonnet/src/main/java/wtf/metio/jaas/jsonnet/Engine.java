// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.jsonnet.natives.NativeFunction;
import wtf.metio.jaas.jsonnet.profile.recording.Recording;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.StandardLibrary;

/**
 * Evaluates programs.
 *
 * <p>One engine serves any number of threads; an evaluation runs on the thread that asks for it,
 * which needs a stack of {@link #stackBytes}. A program that fails, loops or asks for too much ends
 * with an {@link Outcome}, never with an exception.
 */
public final class Engine {

  private static final long SMALLEST_STACK = 64L << 20;

  /** Enough for programs of some mebibytes of text on a heap of one gibibyte. */
  private static final int CACHED_SHARE = 4;

  private final Map<String, Value> natives = new HashMap<>();
  private final ProgramCache programs;

  /** An engine that offers these functions under {@code std.native}. */
  public Engine(Collection<NativeFunction> natives) {
    this(natives, defaultCacheBytes(Runtime.getRuntime().maxMemory()));
  }

  /**
   * An engine that offers these functions under {@code std.native}.
   *
   * @param cacheBytes memory that compiled programs may take until they are needed again; zero to
   *     compile them every time
   */
  public Engine(Collection<NativeFunction> natives, long cacheBytes) {
    programs = new ProgramCache(StandardLibrary.INSTANCE, cacheBytes);
    natives.forEach(function -> this.natives.put(function.name(), new NativeValue(function)));
  }

  /**
   * The stack that a thread needs to use {@code maxStack} frames, to be given to the constructor of
   * the thread. On a smaller one, deep programs fail early with the same message.
   */
  public static long stackBytes(int maxStack) {
    return Math.max(SMALLEST_STACK, maxStack * (4L << 10));
  }

  /**
   * What compiled programs may take if nobody says.
   *
   * @param heap bytes of the heap at the most
   */
  public static long defaultCacheBytes(long heap) {
    return heap / CACHED_SHARE;
  }

  /** How the cache of compiled programs does. */
  public ProgramCacheNumbers programCache() {
    return programs.numbers();
  }

  /**
   * Reads a program without running it, or anything that it imports. Needs a stack of 8 MiB.
   *
   * @return why it is none, or why that could not be found out; empty if it is one
   */
  public Optional<Failure> check(Job job) {
    return new Run(job, programs, natives).flaw();
  }

  /** Evaluates a program and writes its value. */
  public Outcome evaluate(Job job) {
    return new Run(job, programs, natives).outcome();
  }

  /**
   * Evaluates a program and watches it. The outcome is that of {@link #evaluate}; it takes longer,
   * since the program and everything that it imports is compiled for this one time.
   *
   * @param stacks whether the profile has stacks
   */
  public Profiled profile(Job job, boolean stacks) {
    var recording = new Recording(StandardLibrary.INSTANCE, job.importer(), stacks);
    var run =
        new Run(
            job.withImporter(recording.importer()),
            new WatchedPrograms(recording),
            recording.natives(natives));
    recording.start(run::steps);
    var outcome = run.outcome();
    return new Profiled(outcome, recording.finish(job.label(), ending(outcome), size(outcome)));
  }

  private static String ending(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Rendered _ -> "rendered";
      case Outcome.Failed failed -> failed.failure().message();
    };
  }

  private static long size(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Rendered(Output.Text text, _) -> text.bytes().length;
      case Outcome.Rendered(Output.Files files, _) ->
          files.contents().values().stream().mapToLong(content -> content.length).sum();
      case Outcome.Failed _ -> 0;
    };
  }
}
