// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.warm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Job;
import wtf.metio.jaas.jsonnet.Outcome;
import wtf.metio.jaas.jsonnet.Output;
import wtf.metio.jaas.jsonnet.imports.Import;

/** Our engine. Programs are cached by content, results are not; files stay in memory. */
final class JaasLoop {

  private final Engine engine = new Engine(List.of());
  private final RenderLoop loop;
  private final Map<Path, byte[]> files = new HashMap<>();
  private final Map<Path, Optional<Path>> places = new HashMap<>();

  private JaasLoop(RenderLoop loop) {
    this.loop = loop;
  }

  public static void main(String[] arguments) throws InterruptedException {
    var loop = new RenderLoop(arguments);
    var ours = new JaasLoop(loop);
    var job = Job.of(loop.main(), ours.read(Path.of(loop.main())), ours::load);
    loop.run(() -> ours.render(job));
  }

  private byte[] render(Job job) {
    return switch (engine.evaluate(job)) {
      case Outcome.Rendered(Output.Text(var bytes), _) -> bytes;
      case Outcome.Rendered(Output.Files _, _) -> throw new IllegalStateException("not one text");
      case Outcome.Failed(var failure, _) -> throw new IllegalStateException(failure.message());
    };
  }

  private Import load(String from, String path) {
    var beside = Path.of(from).resolveSibling(path);
    return places
        .computeIfAbsent(beside, _ -> loop.found(from, path))
        .<Import>map(file -> new Import.Found(file.toString(), read(file)))
        .orElse(new Import.Missing("no match locally or in the Jsonnet library paths"));
  }

  private byte[] read(Path file) {
    return files.computeIfAbsent(
        file,
        f -> {
          try {
            return Files.readAllBytes(f);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
