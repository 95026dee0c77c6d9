// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.jsonnet;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import wtf.metio.jaas.domain.evaluation.SyntaxCheck;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.evaluator.memory.HeapGuard;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Failure;
import wtf.metio.jaas.jsonnet.Job;
import wtf.metio.jaas.jsonnet.Limits;
import wtf.metio.jaas.jsonnet.MemoryGuard;
import wtf.metio.jaas.jsonnet.OutputForm;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.imports.Import;

/** Reads programs with our own engine, each within the default limits of an evaluation. */
record JsonnetSyntax(Engine engine, HeapGuard guard) implements SyntaxCheck {

  private static final long STACK_BYTES = 16L << 20;

  @Override
  public Optional<String> flaw(FileSet files) {
    var flaw = new CompletableFuture<Optional<String>>();
    // What the reading throws is thrown to whoever waits for it.
    Runnable reading = () -> flaw.completeAsync(() -> first(files), Runnable::run);
    var thread = new Thread(null, reading, "syntax", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    return flaw.join();
  }

  private Optional<String> first(FileSet files) {
    try (var ticket = guard.admit()) {
      return StreamSupport.stream(files.entries().spliterator(), false)
          .filter(file -> isProgram(file.getKey()))
          .map(file -> engine.check(job(file.getKey(), file.getValue(), ticket)))
          .flatMap(Optional::stream)
          .filter(failure -> failure.kind() == FailureKind.SYNTAX)
          .map(Failure::message)
          .findFirst();
    }
  }

  private static Job job(String file, byte[] content, MemoryGuard memory) {
    return new Job(
        file,
        file,
        content,
        (_, path) -> new Import.Missing(path),
        Map.of(),
        Map.of(),
        Limits.DEFAULTS,
        OutputForm.JSON,
        () -> false,
        memory,
        _ -> {});
  }

  private static boolean isProgram(String path) {
    var name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".libsonnet") || name.endsWith(".jsonnet");
  }
}
