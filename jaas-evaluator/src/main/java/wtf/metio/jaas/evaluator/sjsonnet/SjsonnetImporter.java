// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.sjsonnet;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import scala.Option;
import sjsonnet.Importer;
import sjsonnet.Path;
import sjsonnet.ResolvedFile;
import sjsonnet.StaticResolvedFile;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.evaluator.imports.TreeImporter;
import wtf.metio.jaas.jsonnet.imports.Import;

/** Our import rule for sjsonnet, which asks first for the place and then for the content. */
final class SjsonnetImporter extends Importer {

  private final TreeImporter files;
  private final Cancellation cancellation;
  private final Map<String, byte[]> contents = new HashMap<>();
  private @Nullable String missed;

  SjsonnetImporter(TreeImporter files, Cancellation cancellation) {
    this.files = files;
    this.cancellation = cancellation;
  }

  @Override
  public Option<Path> resolve(Path from, String path) {
    if (cancellation.requested()) {
      throw new CancellationException();
    }
    return switch (files.load(((SjsonnetPath) from).name(), path)) {
      case Import.Found(var name, var content) -> {
        contents.put(name, content);
        yield Option.apply(SjsonnetPath.file(name));
      }
      case Import.Missing(var reason) -> {
        missed = problem(path, reason);
        yield Option.empty();
      }
      case Import.Unreadable(var message) -> {
        missed = message;
        yield Option.empty();
      }
    };
  }

  @Override
  public Option<ResolvedFile> read(Path file) {
    var content = contents.get(((SjsonnetPath) file).name());
    return content == null
        ? Option.empty()
        : Option.apply(new StaticResolvedFile(new String(content, StandardCharsets.UTF_8)));
  }

  /** The first line of the reference for an import that failed; null if none did. */
  @Nullable String missed() {
    return missed;
  }

  /** That line for a path. */
  String problem(String path, String reason) {
    return "couldn't open import \"" + path + "\": " + reason;
  }
}
