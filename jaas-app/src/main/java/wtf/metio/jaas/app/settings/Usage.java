// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.util.List;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;

/** What {@code --help} prints. */
final class Usage {

  private static final int WIDTH = 100;
  private static final String INDENT = "      ";

  private Usage() {}

  static String text(List<FlagGroup> groups) {
    var text =
        new StringBuilder(
            "Usage: jaas [flags]\n       jaas render [options] <file>\n"
                + "       jaas status [flags] [[NAMESPACE/]NAME...]\n");
    for (var group : groups) {
      text.append('\n').append(group.title()).append(":\n");
      group.flags().forEach(flag -> append(text, flag));
    }
    return text.append(
            "\nEvery flag but --version may also be given as environment variable, JAAS_")
        .append(
            "LISTEN_ADDRESS for\n"
                + "--listen-address, or in the file of --config. A secret may lie in a file of its"
                + " own,\n")
        .append("which a variable names: JAAS_S3_SECRET_KEY_FILE.\n")
        .toString();
  }

  private static void append(StringBuilder text, Flag<?> flag) {
    text.append("  ").append(flag);
    if (!flag.word().equals("bool")) {
      text.append(' ').append(flag.word());
    }
    text.append('\n');
    var shown =
        flag.initialText().isEmpty() || flag.isCommand()
            ? flag.meaning()
            : flag.meaning() + " (default " + flag.initialText() + ")";
    int column = 0;
    for (var word : shown.split(" ")) {
      if (column == 0 || column + 1 + word.length() > WIDTH) {
        text.append(column == 0 ? INDENT : "\n" + INDENT).append(word);
        column = INDENT.length() + word.length();
      } else {
        text.append(' ').append(word);
        column += 1 + word.length();
      }
    }
    text.append('\n');
  }
}
