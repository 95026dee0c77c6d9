// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import wtf.metio.jaas.app.commandline.OutputFolder;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.snippet.Format;
import wtf.metio.jaas.manifest.Manifest.SnippetManifest;

/** Renders snippets from manifests as a service would. */
public final class RenderManifestsCommand {

  private static final int FAILED = 1;

  private static final Set<Option> OPTIONS =
      EnumSet.of(Option.OUTPUT, Option.FOLDER, Option.ARCHIVE);

  static {
    OPTIONS.addAll(OfflineSettings.RULES);
    OPTIONS.addAll(OfflineSettings.RENDERING);
  }

  private static final CommandFrame FRAME =
      new CommandFrame("render", OPTIONS, Usage.RENDER, FAILED, FAILED);

  private static final String KUSTOMIZATION = "kustomization.yaml";

  private final Console console;
  private final Supplier<Evaluator> evaluator;

  /**
   * A command that talks over a console.
   *
   * @param evaluator asked for once there is something to render
   */
  public RenderManifestsCommand(Console console, Supplier<Evaluator> evaluator) {
    this.console = console;
    this.evaluator = evaluator;
  }

  /**
   * Does what the arguments say.
   *
   * @return 0, or 1 if something could not be rendered or written
   */
  public int run(List<String> arguments) {
    return FRAME.run(console, arguments, this::render);
  }

  private int render(Options options) throws WrongUsageException, IOException {
    var settings = OfflineSettings.of(options);
    var set = new ManifestLoader(settings, console.stdin()).load(options.all(Option.FILENAME));
    set.problems().forEach(console.stderr()::println);
    var selected = Selection.of(set, options.names());
    try (var engine = evaluator.get()) {
      var renderer = new OfflineRenderer(set, settings, engine);
      var made = new LinkedHashMap<SnippetManifest, Rendition.Made>();
      for (var snippet : selected) {
        tell(snippet, renderer.render(snippet.metadata().name()), made);
      }
      boolean all = made.size() == selected.size();
      if (all || options.has(Option.FOLDER)) {
        write(made, options);
      }
      return all ? 0 : FAILED;
    }
  }

  private void tell(
      SnippetManifest snippet,
      Rendition rendition,
      SequencedMap<SnippetManifest, Rendition.Made> made) {
    var name = snippet.metadata().name();
    switch (rendition) {
      case Rendition.Made rendered -> {
        rendered.notes().forEach(note -> console.stderr().println(name + ": " + note));
        made.put(snippet, rendered);
      }
      case Rendition.Failed(var message) -> console.stderr().println(name + ": " + message);
    }
  }

  private void write(SequencedMap<SnippetManifest, Rendition.Made> made, Options options)
      throws WrongUsageException, IOException {
    if (options.has(Option.FOLDER)) {
      writeFolder(made, options.last(Option.FOLDER).orElseThrow());
    } else if (options.has(Option.ARCHIVE)) {
      if (made.size() > 1) {
        throw new WrongUsageException("--archive holds one snippet; name which one");
      }
      var bytes = made.firstEntry().getValue().archive().bytes();
      Files.write(Path.of(options.last(Option.ARCHIVE).orElseThrow()), bytes);
    } else {
      var bytes = stream(made);
      var file = options.last(Option.OUTPUT);
      if (file.isPresent()) {
        Files.write(Path.of(file.get()), bytes);
      } else {
        console.print(bytes);
      }
    }
  }

  private void writeFolder(SequencedMap<SnippetManifest, Rendition.Made> made, String folder)
      throws IOException {
    var target = OutputFolder.open(folder, true);
    for (var rendered : made.entrySet()) {
      for (var file : rendered.getValue().files().entries()) {
        var name = rendered.getKey().metadata().name() + "/" + file.getKey();
        target.write(name, file.getValue());
        console.print(target.shown(name) + '\n');
      }
    }
  }

  /** One file as it is; several as a stream of YAML documents, if that is what they are. */
  private static byte[] stream(SequencedMap<SnippetManifest, Rendition.Made> made)
      throws WrongUsageException {
    var files = new LinkedHashMap<String, byte[]>();
    boolean yaml = true;
    for (var rendered : made.entrySet()) {
      var format = rendered.getKey().spec().format();
      yaml &= format == Format.MANIFESTS || format == Format.YAML;
      for (var file : rendered.getValue().files().entries()) {
        if (format != Format.MANIFESTS || !file.getKey().equals(KUSTOMIZATION)) {
          files.put(rendered.getKey().metadata().name() + "/" + file.getKey(), file.getValue());
        }
      }
    }
    if (files.size() == 1) {
      return files.firstEntry().getValue();
    }
    if (!yaml) {
      throw new WrongUsageException(
          "there are "
              + files.size()
              + " files to write; name one snippet, or write them to a folder with -m DIR");
    }
    var stream = new StringBuilder();
    files.forEach(
        (name, content) ->
            stream
                .append("---\n# ")
                .append(name)
                .append('\n')
                .append(new String(content, StandardCharsets.UTF_8)));
    return stream.toString().getBytes(StandardCharsets.UTF_8);
  }
}
