// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.Binding;
import wtf.metio.jaas.jsonnet.Limits;

/** Reads a command line as the {@code jsonnet} command does. Used once. */
final class RenderArguments {

  private static final int DEFAULT_MAX_TRACE = 20;
  private static final String PROFILE_TO = "--profile=";

  private final Map<String, String> environment;
  private final List<String> searchPath = new ArrayList<>();
  private final List<String> inputs = new ArrayList<>();
  private final Map<String, Binding> externalVariables = new LinkedHashMap<>();
  private final Map<String, Binding> topLevelArguments = new LinkedHashMap<>();
  private OutputOptions.Mode mode = OutputOptions.Mode.DOCUMENT;
  private @Nullable String outputFile;
  private String multiDirectory = "";
  private @Nullable ParsedArguments answer;
  private boolean inputIsCode;
  private boolean createDirectories;
  private boolean stream;
  private boolean strings;
  private boolean trailingNewline = true;
  private int maxStack = Limits.DEFAULT_MAX_STACK;
  private int maxTrace = DEFAULT_MAX_TRACE;
  private boolean profiled;
  private @Nullable String profileFile;
  private ProfileOptions.Format profileFormat = ProfileOptions.Format.TEXT;

  private RenderArguments(Map<String, String> environment) {
    this.environment = environment;
    var path = environment.getOrDefault("JSONNET_PATH", "");
    if (!path.isEmpty()) {
      searchPath.addAll(List.of(path.split(File.pathSeparator, -1)).reversed());
    }
  }

  /** Reads the arguments after {@code render}. */
  static ParsedArguments parse(List<String> arguments, Map<String, String> environment) {
    try {
      return new RenderArguments(environment).read(new ArgumentCursor(arguments));
    } catch (WrongArgumentException wrong) {
      return new ParsedArguments.Wrong(String.valueOf(wrong.getMessage()), false);
    }
  }

  /**
   * Whether the arguments are about manifests: {@code -f} is among them as an option, or among
   * others that this command does not know.
   */
  static boolean areAboutManifests(List<String> arguments) {
    return switch (parse(arguments, Map.of())) {
      case ParsedArguments.Manifests _ -> true;
      case ParsedArguments.Wrong _ ->
          arguments.stream().anyMatch(it -> it.equals("-f") || it.matches("--filename(=.*)?"));
      case ParsedArguments.Render _, ParsedArguments.Help _, ParsedArguments.Version _ -> false;
    };
  }

  private ParsedArguments read(ArgumentCursor cursor) throws WrongArgumentException {
    while (cursor.hasNext() && answer == null) {
      option(cursor.next(), cursor);
    }
    return answer == null ? result() : answer;
  }

  private void option(String option, ArgumentCursor cursor) throws WrongArgumentException {
    switch (option) {
      case "-h", "--help" -> answer = new ParsedArguments.Help();
      case "-f", "--filename" -> answer = new ParsedArguments.Manifests();
      case "-v", "--version" -> answer = new ParsedArguments.Version();
      case "-e", "--exec" -> inputIsCode = true;
      case "-J", "--jpath" -> searchPath.add(cursor.value("-J"));
      case "-s", "--max-stack" -> maxStack = cursor.number("--max-stack", 1);
      case "-t", "--max-trace" -> maxTrace = cursor.number("--max-trace", 0);
      case "--" -> {
        while (cursor.hasNext()) {
          inputs.add(cursor.next());
        }
      }
      default -> profileOption(option, cursor);
    }
  }

  // The one option whose value may be left out, and is therefore written to it.
  private void profileOption(String option, ArgumentCursor cursor) throws WrongArgumentException {
    if (option.equals("--profile")) {
      profiled = true;
    } else if (option.startsWith(PROFILE_TO)) {
      profiled = true;
      profileFile = option.substring(PROFILE_TO.length());
      if (profileFile.isEmpty()) {
        throw WrongArgumentException.of("--profile= needs the name of a file");
      }
    } else if (option.equals("--profile-format")) {
      profiled = true;
      profileFormat = profileFormat(cursor.value());
    } else {
      outputOption(option, cursor);
    }
  }

  private static ProfileOptions.Format profileFormat(String name) throws WrongArgumentException {
    return switch (name) {
      case "text" -> ProfileOptions.Format.TEXT;
      case "json" -> ProfileOptions.Format.JSON;
      case "folded" -> ProfileOptions.Format.FOLDED;
      default ->
          throw WrongArgumentException.of(
              "--profile-format is text, json or folded, not \"" + name + '"');
    };
  }

  private void outputOption(String option, ArgumentCursor cursor) throws WrongArgumentException {
    switch (option) {
      case "-o", "--output-file" -> outputFile = cursor.value("-o");
      case "-m", "--multi" -> {
        mode = OutputOptions.Mode.MULTI;
        multiDirectory = cursor.value("-m");
      }
      case "-c", "--create-output-dirs" -> createDirectories = true;
      case "-y", "--yaml-stream" -> stream = true;
      case "-S", "--string" -> strings = true;
      case "--no-trailing-newline" -> trailingNewline = false;
      default -> variableOption(option, cursor);
    }
  }

  private void variableOption(String option, ArgumentCursor cursor) throws WrongArgumentException {
    switch (option) {
      case "-V", "--ext-str" -> value(cursor.value(), false, externalVariables);
      case "--ext-code" -> value(cursor.value(), true, externalVariables);
      case "--ext-str-file" -> file(cursor.value(), "importstr", externalVariables);
      case "--ext-code-file" -> file(cursor.value(), "import", externalVariables);
      case "-A", "--tla-str" -> value(cursor.value(), false, topLevelArguments);
      case "--tla-code" -> value(cursor.value(), true, topLevelArguments);
      case "--tla-str-file" -> file(cursor.value(), "importstr", topLevelArguments);
      case "--tla-code-file" -> file(cursor.value(), "import", topLevelArguments);
      default -> {
        if (option.length() > 1 && option.startsWith("-")) {
          throw unknown(option, cursor.written());
        }
        inputs.add(option);
      }
    }
  }

  private static WrongArgumentException unknown(String option, String written) {
    var hint = OptionHint.of(written).map(sentence -> '\n' + sentence).orElse("");
    return WrongArgumentException.of("unrecognized argument: " + option + hint);
  }

  private void value(String text, boolean code, Map<String, Binding> target)
      throws WrongArgumentException {
    int equals = text.indexOf('=');
    var name = equals < 0 ? text : text.substring(0, equals);
    var value = equals < 0 ? environment.get(name) : text.substring(equals + 1);
    if (value == null) {
      throw WrongArgumentException.of("environment variable " + name + " was undefined");
    }
    target.put(name, code ? new Binding.Code(value) : new Binding.Text(value));
  }

  private static void file(String text, String keyword, Map<String, Binding> target)
      throws WrongArgumentException {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw WrongArgumentException.of("argument not in form <var>=<file> \"" + text + '"');
    }
    var file = text.substring(equals + 1).replace("'", "''");
    target.put(text.substring(0, equals), new Binding.Code(keyword + " @'" + file + '\''));
  }

  private ParsedArguments result() throws WrongArgumentException {
    if (stream && !trailingNewline) {
      throw WrongArgumentException.of("cannot use --no-trailing-newline with --yaml-stream");
    }
    var wanted = inputIsCode ? "code" : "filename";
    if (inputs.isEmpty()) {
      return new ParsedArguments.Wrong("ERROR: must give " + wanted, true);
    }
    if (inputs.size() > 1) {
      throw WrongArgumentException.of("only one " + wanted + " is allowed");
    }
    return new ParsedArguments.Render(options());
  }

  private RenderOptions options() {
    return new RenderOptions(
        inputs.getFirst(),
        inputIsCode,
        searchPath,
        output(),
        maxStack,
        maxTrace,
        profiled ? new ProfileOptions(profileFile, profileFormat) : null,
        externalVariables,
        topLevelArguments);
  }

  private OutputOptions output() {
    return new OutputOptions(
        stream && mode == OutputOptions.Mode.DOCUMENT ? OutputOptions.Mode.STREAM : mode,
        outputFile,
        multiDirectory,
        createDirectories,
        strings,
        trailingNewline);
  }
}
