// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings.source;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Settings in a file: YAML or JSON, one object, flags without their dashes as names.
 *
 * <p>Values are taken as they are written and read as on the command line, so {@code 0x10} and
 * {@code 1m30s} mean the same there and here.
 */
final class SettingsFile {

  private final FlagTable table;
  private final String file;
  private final List<String> problems;
  private final Set<String> names = new HashSet<>();
  private final Map<Flag<?>, List<String>> given = new LinkedHashMap<>();

  private SettingsFile(FlagTable table, String file, List<String> problems) {
    this.table = table;
    this.file = file;
    this.problems = problems;
  }

  static Map<Flag<?>, List<String>> read(FlagTable table, String file, List<String> problems) {
    var reading = new SettingsFile(table, file, problems);
    reading.root();
    return reading.given;
  }

  private void root() {
    try {
      var root = compose(Files.readString(Path.of(file)));
      if (root instanceof MappingNode mapping) {
        mapping.getValue().forEach(this::entry);
      } else if (root != null) {
        problem("must hold one object with a setting a line, such as `port: 8080`");
      }
    } catch (NoSuchFileException _) {
      problem("does not exist");
    } catch (AccessDeniedException _) {
      problem("may not be read by this user");
    } catch (CharacterCodingException _) {
      problem("is no text in UTF-8");
    } catch (IOException | InvalidPathException e) {
      problem("cannot be read: " + e.getMessage());
    } catch (YAMLException e) {
      // The lines quoted in its message may hold a secret.
      problem("is not valid YAML" + place(e));
    }
  }

  private static @Nullable Node compose(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
  }

  private void entry(NodeTuple entry) {
    var name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
    var flag = table.find(name);
    if (flag.isEmpty()) {
      var near = table.nearest(name).map(option -> "; did you mean " + option.substring(2) + "?");
      problem("knows no setting " + name + near.orElse(""));
      return;
    }
    if (flag.get().isCommand() || name.equals("config")) {
      problem(name + " cannot be set in a file");
    } else if (!names.add(name)) {
      problem(name + " is set twice");
    } else {
      value(flag.get(), entry.getValueNode());
    }
  }

  private void value(Flag<?> flag, Node value) {
    var texts = texts(value, flag.isRepeatable());
    if (texts.isEmpty()) {
      var expectation = flag.isRepeatable() ? "a list of texts" : flag.expectation();
      problem(flag.name() + " must be " + expectation);
      return;
    }
    var wrong =
        texts.get().stream()
            .flatMap(text -> table.problemWith(flag, flag.name() + " in " + file, text).stream())
            .toList();
    problems.addAll(wrong);
    if (wrong.isEmpty() && !texts.get().isEmpty()) {
      given.put(flag, texts.get());
    }
  }

  private static Optional<List<String>> texts(Node node, boolean repeatable) {
    if (node instanceof ScalarNode scalar) {
      boolean nothing = scalar.isPlain() && scalar.getValue().isEmpty();
      return Optional.of(nothing && repeatable ? List.of() : List.of(scalar.getValue()));
    }
    if (!repeatable || !(node instanceof SequenceNode sequence)) {
      return Optional.empty();
    }
    var texts = new ArrayList<String>();
    for (var item : sequence.getValue()) {
      if (!(item instanceof ScalarNode scalar)) {
        return Optional.empty();
      }
      texts.add(scalar.getValue());
    }
    return Optional.of(texts);
  }

  private void problem(String what) {
    problems.add("--config " + file + ": " + what);
  }

  private static String place(YAMLException e) {
    return e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
        ? " at line " + (marked.getProblemMark().getLine() + 1)
        : "";
  }
}
