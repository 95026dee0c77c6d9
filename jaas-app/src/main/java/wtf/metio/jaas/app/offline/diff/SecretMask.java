// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * <p>Knows YAML and JSON as we write them, where every field has a line of its own and what belongs
 * to it stands further to the right. In doubt too much is hidden.
 */
public final class SecretMask {

  private static final Pattern KIND =
      Pattern.compile("(?<indent> *)(?:kind: Secret|\"kind\": \"Secret\",?)");
  private static final Pattern SECTION =
      Pattern.compile(" *(?:(?:data|stringData):|\"(?:data|stringData)\": \\{)");
  private static final Pattern FIELD =
      Pattern.compile(" *(?:\\? )?(?<key>\"(?:[^\"\\\\]|\\\\.)*\"|[^\":][^:]*)(?::.*)?");
  private static final String SEPARATOR = "---";

  private final Map<String, Map<String, Integer>> values = new HashMap<>();

  private SecretMask() {}

  /** Both sets, with the same words for the same values. */
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
    var lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
    boolean[] secret = new boolean[lines.length];
    for (int i = 0; i < lines.length; i++) {
      var kind = KIND.matcher(lines[i]);
      if (kind.matches()) {
        mark(lines, i, kind.end("indent"), secret);
      }
    }
    var masked = new ArrayList<String>();
    boolean any = false;
    for (int i = 0; i < lines.length; ) {
      int end = secret[i] ? field(lines, i, secret) : i + 1;
      any |= secret[i];
      masked.add(secret[i] ? hidden(file, List.of(lines).subList(i, end)) : lines[i]);
      i = end;
    }
    return any ? String.join("\n", masked).getBytes(StandardCharsets.UTF_8) : content;
  }

  /** Marks the values of the object that has this line. */
  private static void mark(String[] lines, int kind, int indent, boolean[] secret) {
    int begin = kind;
    while (begin > 0 && isInside(lines[begin - 1], indent)) {
      begin--;
    }
    boolean section = false;
    for (int i = begin; i < lines.length && isInside(lines[i], indent); i++) {
      if (indent(lines[i]) == indent && !lines[i].isEmpty()) {
        section = SECTION.matcher(lines[i]).matches();
      } else {
        secret[i] |= section;
      }
    }
  }

  private static boolean isInside(String line, int indent) {
    return line.isEmpty() || !line.equals(SEPARATOR) && indent(line) >= indent;
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  /** Where the field ends that begins here: what belongs to it is empty or further to the right. */
  private static int field(String[] lines, int begin, boolean[] secret) {
    int indent = indent(lines[begin]);
    int end = begin + 1;
    while (end < lines.length
        && secret[end]
        && (lines[end].isEmpty()
            || indent(lines[end]) > indent
            || lines[end].startsWith(":", indent))) {
      end++;
    }
    return end;
  }

  private String hidden(String file, List<String> lines) {
    var first = lines.getFirst();
    var field = FIELD.matcher(first);
    var key = field.matches() ? field.group("key") : "?";
    var comma = first.endsWith(",") ? "," : "";
    var value = String.join("\n", lines);
    var plain = value.substring(0, value.length() - comma.length());
    var known = values.computeIfAbsent(file + ' ' + key, _ -> new HashMap<>());
    int next = known.size() + 1;
    int number = known.computeIfAbsent(plain.strip(), _ -> next);
    var word = number == 1 ? "*** (hidden)" : "*** (hidden, value " + number + ')';
    return " ".repeat(indent(first)) + key + ": " + word + comma;
  }
}
