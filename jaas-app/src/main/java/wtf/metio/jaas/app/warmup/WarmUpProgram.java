// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.warmup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import wtf.metio.jaas.evaluator.natives.TankaFunctions;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Job;
import wtf.metio.jaas.jsonnet.Limits;
import wtf.metio.jaas.jsonnet.MemoryGuard;
import wtf.metio.jaas.jsonnet.OutputForm;
import wtf.metio.jaas.jsonnet.imports.Import;

/** The program, with the libraries it imports, as they lie beside this class. */
final class WarmUpProgram {

  private static final String MAIN = "main.jsonnet";
  private static final Set<String> FILES =
      Set.of(
          MAIN,
          "dashboards.libsonnet",
          "manifests.libsonnet",
          "monitoring.libsonnet",
          "texts.libsonnet");

  private final Map<String, byte[]> contents = new HashMap<>();

  /** An engine like the one of the service. */
  Engine engine() {
    return new Engine(TankaFunctions.all());
  }

  /** One rendering of it. */
  Job job(BooleanSupplier cancelled) {
    return new Job(
        MAIN,
        MAIN,
        content(MAIN),
        (from, path) -> load(path),
        Map.of(),
        Map.of(),
        Limits.DEFAULTS,
        OutputForm.JSON,
        cancelled,
        MemoryGuard.NONE,
        line -> {});
  }

  private Import load(String path) {
    return FILES.contains(path)
        ? new Import.Found(path, content(path))
        : new Import.Missing("it is no part of the warm-up");
  }

  private byte[] content(String file) {
    return contents.computeIfAbsent(file, WarmUpProgram::read);
  }

  private static byte[] read(String file) {
    try (var stream = WarmUpProgram.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("a file of the warm-up is missing: " + file);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
