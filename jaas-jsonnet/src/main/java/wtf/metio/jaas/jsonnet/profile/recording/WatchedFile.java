// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import java.util.ArrayList;
import java.util.List;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.profile.FileUse;
import wtf.metio.jaas.jsonnet.profile.Kind;

/** A file and the pieces of program that stand in it. */
final class WatchedFile {

  final String name;
  final Site reading;
  final Site parsing;
  private final List<Site> sites = new ArrayList<>();
  private final List<Tally> imports = new ArrayList<>();
  private long bytes;

  /**
   * A file.
   *
   * @param name as messages show it
   */
  WatchedFile(String name) {
    this.name = name;
    this.reading = Site.nowhere(Kind.READING, "reading " + name);
    this.parsing = Site.nowhere(Kind.PARSING, "parsing " + name);
  }

  void hasBytes(long size) {
    bytes = size;
  }

  /** The outermost expression of the file. */
  Site body(SourceText source) {
    var body = new Site(Kind.FILE, name, source, 0);
    add(body);
    return body;
  }

  /** Notes a piece into which a clock was put; once is enough. */
  void add(Site piece) {
    if (!piece.known) {
      piece.known = true;
      sites.add(piece);
    }
  }

  /** Notes that imports counted there lead here. */
  void importedBy(Tally tally) {
    imports.add(tally);
  }

  /** Everything that may have taken time because of this file. */
  List<Site> sites() {
    var all = new ArrayList<>(sites);
    all.add(reading);
    all.add(parsing);
    return all;
  }

  FileUse use(double nanosPerRead) {
    var pieces = sites.stream().filter(site -> site.kind != Kind.FILE).toList();
    return new FileUse(
        name,
        bytes,
        imports.stream().mapToLong(tally -> tally.count).sum(),
        reading.netTotal(nanosPerRead),
        parsing.netTotal(nanosPerRead),
        sites.stream()
            .filter(site -> site.kind == Kind.FILE)
            .mapToLong(site -> site.netTotal(nanosPerRead))
            .sum(),
        sites.stream().mapToLong(site -> site.netSelf(nanosPerRead)).sum(),
        pieces.size(),
        (int) pieces.stream().filter(Site::ran).count());
  }
}
