// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import wtf.metio.jaas.app.offline.diff.SecretMask;
import wtf.metio.jaas.app.offline.diff.SetDiff;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileSet;

/** Shows what a change of manifests changes in what is published. */
public final class DiffCommand {

  private static final int SAME = 0;
  private static final int DIFFERENT = 1;
  private static final int FAILED = 2;

  private static final Set<Option> OPTIONS =
      EnumSet.of(Option.AGAINST, Option.MARKDOWN, Option.SHOW_SECRETS);

  static {
    OPTIONS.addAll(OfflineSettings.RULES);
    OPTIONS.addAll(OfflineSettings.RENDERING);
  }

  private static final CommandFrame FRAME =
      new CommandFrame("diff", OPTIONS, Usage.DIFF, FAILED, FAILED);

  private final Console console;
  private final Supplier<Evaluator> evaluator;

  /**
   * A command that talks over a console.
   *
   * @param evaluator asked for once there is something to render
   */
  public DiffCommand(Console console, Supplier<Evaluator> evaluator) {
    this.console = console;
    this.evaluator = evaluator;
  }

  /**
   * Does what the arguments say.
   *
   * @return 0 if nothing differs, 1 if something does, 2 if it cannot be told
   */
  public int run(List<String> arguments) {
    return FRAME.run(console, arguments, this::compare);
  }

  private int compare(Options options) throws WrongUsageException, IOException {
    var against =
        options
            .last(Option.AGAINST)
            .orElseThrow(
                () ->
                    new WrongUsageException(
                        "say what to compare with by --against: a manifest, an archive or its"
                            + " address"));
    var settings = OfflineSettings.of(options);
    try (var engine = evaluator.get()) {
      var side = new Side(settings, engine, options.names());
      var fresh = side.rendered(options.all(Option.FILENAME));
      var archive = PublishedArchive.at(against);
      Map<ResourceName, FileSet> old =
          archive.isPresent() ? Map.of(only(fresh), archive.get()) : side.old(against, fresh);
      return show(files(old), files(fresh), options);
    }
  }

  private static ResourceName only(Map<ResourceName, FileSet> fresh) throws WrongUsageException {
    if (fresh.size() != 1) {
      throw new WrongUsageException("an archive holds one snippet; name which one");
    }
    return fresh.keySet().iterator().next();
  }

  private static FileSet files(Map<ResourceName, FileSet> snippets) {
    var files = new TreeMap<String, byte[]>();
    snippets.forEach(
        (name, set) ->
            set.entries().forEach(file -> files.put(name + "/" + file.getKey(), file.getValue())));
    return new FileSet(files);
  }

  private int show(FileSet old, FileSet fresh, Options options) throws IOException {
    var shown =
        options.has(Option.SHOW_SECRETS) ? List.of(old, fresh) : SecretMask.masked(old, fresh);
    var diff = SetDiff.of(shown.getFirst(), shown.getLast());
    console.print(options.has(Option.MARKDOWN) ? diff.markdown() : diff.unified());
    return diff.isEmpty() ? SAME : DIFFERENT;
  }

  /** Renders what is compared. */
  private final class Side {

    private final OfflineSettings settings;
    private final Evaluator engine;
    private final List<String> names;

    Side(OfflineSettings settings, Evaluator engine, List<String> names) {
      this.settings = settings;
      this.engine = engine;
      this.names = names;
    }

    Map<ResourceName, FileSet> rendered(List<String> files)
        throws WrongUsageException, IOException {
      var set = load(files);
      var selected = new TreeSet<ResourceName>();
      for (var snippet : Selection.of(set, names)) {
        selected.add(snippet.metadata().name());
      }
      return rendered(set, selected);
    }

    /** What was selected is compared; if nothing was, what is gone is part of the difference. */
    Map<ResourceName, FileSet> old(String file, Map<ResourceName, FileSet> fresh)
        throws IOException {
      var set = load(List.of(file));
      var wanted = new TreeSet<ResourceName>();
      for (var snippet : set.snippets()) {
        var name = snippet.metadata().name();
        if (names.isEmpty() || fresh.containsKey(name)) {
          wanted.add(name);
        }
      }
      return rendered(set, wanted);
    }

    private ManifestSet load(List<String> files) throws IOException {
      var set = new ManifestLoader(settings, console.stdin()).load(files);
      set.problems().forEach(console.stderr()::println);
      return set;
    }

    private Map<ResourceName, FileSet> rendered(ManifestSet set, Set<ResourceName> wanted)
        throws IOException {
      var renderer = new OfflineRenderer(set, settings, engine);
      var rendered = new TreeMap<ResourceName, FileSet>();
      for (var name : wanted) {
        switch (renderer.render(name)) {
          case Rendition.Made made -> rendered.put(name, made.files());
          case Rendition.Failed(var message) -> throw new IOException(name + ": " + message);
        }
      }
      return rendered;
    }
  }
}
