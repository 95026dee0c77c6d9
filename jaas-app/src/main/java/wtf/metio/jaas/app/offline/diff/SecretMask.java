// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.source.FileSet;

/**
 * Hides the values of Secrets: a difference is shown to more people than the Secret itself. That a
 * value differs stays visible.
 *
 * <p>Knows manifests as we write them: one object a file, or a stream, with fields in blocks.
 */
public final class SecretMask {

  private static final Pattern KIND = Pattern.compile("(?m)^kind: Secret$");
  private static final Pattern SECTION = Pattern.compile("(?:data|stringData):.*");
  private static final Pattern FIELD = Pattern.compile("  (?:\\? )?(?<key>\"(?:[^\"\\\\]|\\\\.)*\"|[^ \"][^:]*):.*");
  private static final String SEPARATOR = "---";

  private final Map<String, Map<String, String>> values = new HashMap<>();

  private SecretMask() {}

  /** Both sets, with values hidden in the same way where they are the same. */
  public static List<FileSet> masked(FileSet before, FileSet after) {
    var mask = new SecretMask();
    return List.of(mask.masked(before), mask.masked(after));
  }

  private FileSet masked(FileSet files) {
    var masked = new TreeMap<String, byte[]>();
    for (var file : files.entries()) {
      masked.put(file.getKey(), masked(file.getKey(), file.getValue()));
    }
    return new FileSet(masked);
  }

  private byte[] masked(String file, byte[] content) {
    var text = new String(content, StandardCharsets.UTF_8);
    if (!KIND.matcher(text).find()) {
      return content;
    }
    var lines = new ArrayList<String>();
    var document = new ArrayList<String>();
    for (var line : text.split("\n", -1)) {
      if (line.equals(SEPARATOR)) {
        lines.addAll(document(file, document));
        document.clear();
      }
      document.add(line);
    }
    lines.addAll(document(file, document));
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private List<String> document(String file, List<String> lines) {
    if (!lines.contains("kind: Secret")) {
      return List.copyOf(lines);
    }
    return Collections.unmodifiableList(hidden(file, lines));
  }

  private List<String> hidden(String file, List<String> lines) {
    var hidden = new ArrayList<String>();
    for (int i = 0; i < lines.size(); ) {
      var line = lines.get(i++);
      hidden.add(line);
      if (SECTION.matcher(line).matches()) {
        int end = i;
        while (end < lines.size() && (lines.get(end).startsWith("  ") || isInside(lines, end))) {
          end++;
        }
        fields(file + ' ' + line, lines.subList(i, end), hidden);
        i = end;
      }
    }
    return hidden;
  }

  /** An empty line within a text of several lines. */
  private static boolean isInside(List<String> lines, int at) {
    return lines.get(at).isEmpty() && at + 1 < lines.size() && lines.get(at + 1).startsWith("  ");
  }

  private void fields(String section, List<String> lines, List<String> hidden) {
    for (int i = 0; i < lines.size(); ) {
      var field = FIELD.matcher(lines.get(i));
      int end = i + 1;
      while (end < lines.size() && !FIELD.matcher(lines.get(end)).matches()) {
        end++;
      }
      var key = field.matches() ? field.group("key") : "?";
      hidden.add("  " + key + ": " + word(section + key, String.join("\n", lines.subList(i, end))));
      i = end;
    }
  }

  /** Each value of a field has its own number of stars. */
  private String word(String field, String value) {
    var known = values.computeIfAbsent(field, _ -> new HashMap<>());
    return known.computeIfAbsent(value, _ -> known.isEmpty() ? "*** (hidden)" : "*** (hidden, another value)");
  }
}
