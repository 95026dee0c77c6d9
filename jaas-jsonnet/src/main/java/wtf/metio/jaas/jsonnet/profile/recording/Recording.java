// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.compile.CompiledProgram;
import wtf.metio.jaas.jsonnet.compile.Outfit;
import wtf.metio.jaas.jsonnet.diagnostics.Context;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.imports.Importer;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.profile.Costs;
import wtf.metio.jaas.jsonnet.profile.Entry;
import wtf.metio.jaas.jsonnet.profile.FileUse;
import wtf.metio.jaas.jsonnet.profile.Kind;
import wtf.metio.jaas.jsonnet.profile.Profile;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.Library;
import wtf.metio.jaas.jsonnet.runtime.Value;

/**
 * The watching of one evaluation. Whatever the evaluation is made of goes through here first; then
 * it runs between {@link #start} and {@link #finish}, on the thread that calls both.
 */
public final class Recording {

  private static final int LISTED = 100;

  private final Site output = Site.nowhere(Kind.OUTPUT, "writing the output");
  private final List<Site> functions = new ArrayList<>();
  private final Meters meters;
  private final @Nullable CallTree tree;
  private final Recorder recorder;
  private final WatchedImporter importer;
  private final Counters counters;
  private final Library library;
  private LongSupplier steps = () -> 0;

  /**
   * A recording.
   *
   * @param stacks whether stacks are wanted; they take time and memory
   */
  public Recording(Library library, Importer importer, boolean stacks) {
    meters = Meters.ofThisThread(() -> steps.getAsLong());
    tree = stacks ? new CallTree() : null;
    recorder = new Recorder(meters, output, tree);
    this.importer = new WatchedImporter(importer, recorder);
    counters = new Counters(recorder, this.importer);
    this.library =
        new WatchedLibrary(library, recorder, name -> function(Kind.STANDARD, shown(name)));
  }

  // What else leads to it.
  private static String shown(String name) {
    return switch (name) {
      case "mod" -> "std.mod, %";
      case "slice" -> "std.slice, [:]";
      default -> "std." + name;
    };
  }

  private Site function(Kind kind, String name) {
    var site = Site.nowhere(kind, name);
    functions.add(site);
    return site;
  }

  /** What brings the files from now on. */
  public Importer importer() {
    return importer;
  }

  /** The functions of the host as they are to be called from now on. */
  public Map<String, Value> natives(Map<String, Value> natives) {
    Map<String, Value> watched = new HashMap<>();
    natives.forEach(
        (name, value) ->
            watched.put(
                name,
                value instanceof FunctionValue function
                    ? new WatchedFunction(recorder, function(Kind.NATIVE, name), function)
                    : value));
    return watched;
  }

  /** Compiles a file. */
  public CompiledProgram compile(SourceText source, Function<Outfit, CompiledProgram> compilation) {
    var file = importer.file(source.path(), source.name());
    file.hasBytes(source.bytes().length);
    var body = file.body(source);
    recorder.enter(file.parsing);
    var instruments = new FileInstruments(source, file, body, counters);
    var program = compilation.apply(new Outfit(library, instruments));
    recorder.exit();
    var place = new Place(Context.top(source), 0, 0);
    return new CompiledProgram(
        new PieceNode(place, recorder, body, program.body()), program.slots());
  }

  /**
   * Starts the clock.
   *
   * @param steps how many there were so far
   */
  public void start(LongSupplier steps) {
    this.steps = steps;
    recorder.start();
  }

  /**
   * Stops the clock.
   *
   * @param program its name in messages
   * @param ending how it ended
   * @param outputBytes how much it wrote
   */
  public Profile finish(String program, String ending, long outputBytes) {
    recorder.finish();
    double nanosPerRead = Recorder.nanosPerRead(meters, tree != null);
    var sites = sites();
    var costs =
        new Costs(
            output.totalNanos,
            sites.stream().mapToLong(site -> site.steps).sum(),
            sites.stream().mapToLong(site -> site.bytes).sum(),
            outputBytes,
            recorder.reads(),
            nanosPerRead);
    return new Profile(
        program,
        ending,
        costs,
        entries(sites, nanosPerRead),
        files(nanosPerRead),
        counters.calls(LISTED),
        counters.growths(LISTED),
        tree == null ? List.of() : tree.stacks(nanosPerRead));
  }

  private List<Site> sites() {
    var sites = new ArrayList<Site>();
    sites.add(output);
    sites.addAll(functions);
    importer.files().forEach(file -> sites.addAll(file.sites()));
    return sites;
  }

  private static List<Entry> entries(List<Site> sites, double nanosPerRead) {
    return sites.stream()
        .filter(Site::ran)
        .map(site -> site.entry(nanosPerRead))
        .sorted(Comparator.comparingLong(Entry::selfNanos).reversed())
        .toList();
  }

  private List<FileUse> files(double nanosPerRead) {
    List<FileUse> uses = new ArrayList<>();
    importer.files().forEach(file -> uses.add(file.use(nanosPerRead)));
    uses.sort(
        Comparator.comparingLong((FileUse use) -> use.parseNanos() + use.codeNanos()).reversed());
    return uses;
  }
}
