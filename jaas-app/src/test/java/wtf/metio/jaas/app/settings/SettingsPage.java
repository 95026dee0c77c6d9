// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.util.List;
import java.util.Locale;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;

/** The page with every setting. */
final class SettingsPage {

  private static final String HEAD =
      """
      <!-- SPDX-FileCopyrightText: The JaaS Authors -->
      <!-- SPDX-License-Identifier: 0BSD -->
      <!-- Generated from the flags: ./mvnw -pl jaas-app -am test -Dtest=SettingsPageTest -Dsettings.update -Dsurefire.failIfNoSpecifiedTests=false -->
      # Settings

      A setting is given as a flag (`--name value` or `--name=value`), as an environment variable or in the file that
      `--config` names. A flag wins over a variable, a variable over the file, the file over the default.

      - **Flags** of type `bool` mean true when given alone and need an equals sign otherwise (`--leader-election=false`). A
        `list` is given once for each value and never split. Integers may be written as in Go (`0x10`, `1_000`), durations
        too (`1m30s`, `250ms`; a bare `0` is fine, a bare `5` is not). There are no other arguments.
      - **Variables** of a list hold one value a line. An empty variable is the same as none. A value like
        `tcp://10.0.0.7:8080` is what Kubernetes puts there for a service, and ignored.
      - **Secrets** may lie in files of their own, as clusters mount them: `JAAS_S3_SECRET_KEY_FILE` names the file that holds
        one line with what `JAAS_S3_SECRET_KEY` would be. White space around it does not count; not both may be set.
      - **The file** is YAML or JSON: one object with flags without their dashes as names, lists as lists.
      - `JAAS_EXT_VAR_<NAME>` in the environment is the external variable `<NAME>`.

      Everything that is wrong is reported at once, one line each on stderr, and the process ends with 2. A process that
      cannot start for another reason, such as a port in use, ends with 1; one that was asked to end, with 0.
      """;

  private SettingsPage() {}

  static String markdown(List<FlagGroup> groups) {
    var page = new StringBuilder(HEAD);
    groups.forEach(group -> append(page, group));
    return page.toString();
  }

  private static void append(StringBuilder page, FlagGroup group) {
    page.append("\n## ").append(group.title()).append("\n\n");
    page.append("| Flag | Type | Default | Variable | Meaning |\n");
    page.append("|---|---|---|---|---|\n");
    group.flags().forEach(flag -> page.append(row(flag)));
  }

  private static String row(Flag<?> flag) {
    var initial = flag.initialText().isEmpty() ? "" : "`" + flag.initialText() + "`";
    var variable = flag.isCommand() ? "" : "`" + flag.variable() + "`";
    var file = flag.fileVariable().map(name -> "<br>`" + name + "`").orElse("");
    var secret = flag.isSecret() ? " Never shown; better not on a command line." : "";
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %s | %s%s | %s%s |\n",
        flag,
        flag.word(),
        initial,
        variable,
        file,
        flag.meaning().replace("|", "\\|"),
        secret);
  }
}
