// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.text.Escaping;

/** A profile for programs: all of it but the stacks, as one JSON document. */
public final class JsonPage {

  private JsonPage() {}

  /** The document, on one line with a newline at its end. */
  public static String of(Profile profile) {
    var page = new StringBuilder();
    append(page, document(profile));
    return page.append('\n').toString();
  }

  private static Map<String, Object> document(Profile profile) {
    var costs = profile.costs();
    SequencedMap<String, Object> all = new LinkedHashMap<>();
    all.put("program", profile.program());
    all.put("ending", profile.ending());
    all.put("wallNanos", costs.wallNanos());
    all.put("profilingNanos", costs.profilingNanos());
    all.put("clockReads", costs.reads());
    all.put("nanosPerClockRead", costs.nanosPerRead());
    all.put("steps", costs.steps());
    all.put("allocatedBytes", costs.allocatedBytes());
    all.put("outputBytes", costs.outputBytes());
    all.put("hints", Hints.of(profile));
    all.put("entries", profile.entries().stream().map(JsonPage::entry).toList());
    all.put("files", profile.files().stream().map(JsonPage::file).toList());
    all.put("calls", profile.calls().stream().map(JsonPage::call).toList());
    all.put("growths", profile.growths().stream().map(JsonPage::growth).toList());
    return all;
  }

  private static Map<String, Object> entry(Entry entry) {
    SequencedMap<String, Object> all = new LinkedHashMap<>();
    all.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
    all.put("name", entry.name());
    place(all, entry.spot());
    all.put("calls", entry.calls());
    all.put("selfNanos", entry.selfNanos());
    all.put("totalNanos", entry.totalNanos());
    all.put("steps", entry.steps());
    all.put("allocatedBytes", entry.allocatedBytes());
    return all;
  }

  private static Map<String, Object> file(FileUse file) {
    SequencedMap<String, Object> all = new LinkedHashMap<>();
    all.put("file", file.file());
    all.put("bytes", file.bytes());
    all.put("imports", file.imports());
    all.put("readNanos", file.readNanos());
    all.put("parseNanos", file.parseNanos());
    all.put("evaluateNanos", file.evaluateNanos());
    all.put("codeNanos", file.codeNanos());
    all.put("pieces", file.pieces());
    all.put("used", file.used());
    return all;
  }

  private static Map<String, Object> call(CallPlace call) {
    SequencedMap<String, Object> all = new LinkedHashMap<>();
    all.put("target", call.target());
    place(all, call.spot());
    all.put("count", call.count());
    return all;
  }

  private static Map<String, Object> growth(Growth growth) {
    SequencedMap<String, Object> all = new LinkedHashMap<>();
    place(all, growth.spot());
    all.put("copied", growth.copied());
    return all;
  }

  private static void place(Map<String, Object> all, @Nullable Spot spot) {
    if (spot != null) {
      all.put("file", spot.file());
      all.put("line", spot.line());
      all.put("column", spot.column());
    }
  }

  private static void append(StringBuilder page, Object value) {
    switch (value) {
      case Map<?, ?> object -> object(page, object);
      case List<?> array -> array(page, array);
      case Number number -> page.append(number);
      default -> Escaping.JSON.append(value.toString(), page);
    }
  }

  private static void object(StringBuilder page, Map<?, ?> object) {
    var separator = "{";
    for (var field : object.entrySet()) {
      page.append(separator);
      append(page, field.getKey());
      page.append(':');
      append(page, field.getValue());
      separator = ",";
    }
    page.append(object.isEmpty() ? "{}" : "}");
  }

  private static void array(StringBuilder page, List<?> array) {
    page.append('[');
    for (int i = 0; i < array.size(); i++) {
      page.append(i == 0 ? "" : ",");
      append(page, array.get(i));
    }
    page.append(']');
  }
}
