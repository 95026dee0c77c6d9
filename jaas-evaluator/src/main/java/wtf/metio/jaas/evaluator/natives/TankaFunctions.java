// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives;

import java.nio.charset.StandardCharsets;
import java.util.List;
import wtf.metio.jaas.domain.notation.Sha256;
import wtf.metio.jaas.evaluator.natives.json.JsonIndenting;
import wtf.metio.jaas.evaluator.natives.json.JsonReading;
import wtf.metio.jaas.evaluator.natives.regex.Regexes;
import wtf.metio.jaas.evaluator.natives.yaml.YamlReading;
import wtf.metio.jaas.evaluator.natives.yaml.YamlWriting;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.natives.Json;
import wtf.metio.jaas.jsonnet.natives.NativeFailure;
import wtf.metio.jaas.jsonnet.natives.NativeFunction;

/** The functions, ready to be handed to an engine. */
public final class TankaFunctions {

  private TankaFunctions() {}

  /** All of them. */
  public static List<NativeFunction> all() {
    return List.of(
        new NativeFunction("parseJson", List.of("json"), TankaFunctions::parseJson),
        new NativeFunction("parseYaml", List.of("yaml"), TankaFunctions::parseYaml),
        new NativeFunction(
            "manifestJsonFromJson", List.of("json", "indent"), TankaFunctions::manifestJson),
        new NativeFunction("manifestYamlFromJson", List.of("json"), TankaFunctions::manifestYaml),
        new NativeFunction("escapeStringRegex", List.of("str"), TankaFunctions::escapeRegex),
        new NativeFunction("regexMatch", List.of("regex", "string"), TankaFunctions::matchRegex),
        new NativeFunction(
            "regexSubst", List.of("regex", "src", "repl"), TankaFunctions::substituteRegex),
        new NativeFunction("sha256", List.of("str"), TankaFunctions::sha256));
  }

  private static Json parseJson(List<Json> arguments, Checkpoint checkpoint) throws NativeFailure {
    return JsonReading.read(new Arguments("parseJson", arguments).text(0), checkpoint);
  }

  private static Json parseYaml(List<Json> arguments, Checkpoint checkpoint) throws NativeFailure {
    return YamlReading.read(new Arguments("parseYaml", arguments).text(0), checkpoint);
  }

  private static Json manifestJson(List<Json> arguments, Checkpoint checkpoint)
      throws NativeFailure {
    var given = new Arguments("manifestJsonFromJson", arguments);
    return new Json.Str(JsonIndenting.indent(given.text(0), given.count(1), checkpoint));
  }

  private static Json manifestYaml(List<Json> arguments, Checkpoint checkpoint)
      throws NativeFailure {
    var text = new Arguments("manifestYamlFromJson", arguments).text(0);
    return new Json.Str(YamlWriting.write(JsonReading.read(text, checkpoint), checkpoint));
  }

  private static Json escapeRegex(List<Json> arguments, Checkpoint checkpoint)
      throws NativeFailure {
    return new Json.Str(Regexes.escape(new Arguments("escapeStringRegex", arguments).text(0)));
  }

  private static Json matchRegex(List<Json> arguments, Checkpoint checkpoint) throws NativeFailure {
    var given = new Arguments("regexMatch", arguments);
    return new Json.Bool(Regexes.matches(given.text(0), given.text(1), checkpoint));
  }

  private static Json substituteRegex(List<Json> arguments, Checkpoint checkpoint)
      throws NativeFailure {
    var given = new Arguments("regexSubst", arguments);
    return new Json.Str(
        Regexes.substitute(given.text(0), given.text(1), given.text(2), checkpoint));
  }

  private static Json sha256(List<Json> arguments, Checkpoint checkpoint) throws NativeFailure {
    var text = new Arguments("sha256", arguments).text(0);
    return new Json.Str(Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
  }
}
