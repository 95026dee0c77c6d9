// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

/** What {@code jaas render --help} prints. */
final class UsageText {

  static final String TEXT =
      """
      jaas render {<option>} <filename>

      Renders a Jsonnet program. <filename> may be - for stdin.
      For snippets in manifests see: jaas render -f - --help

      Options:
        -h / --help                This message
        -e / --exec                Treat <filename> as code
        -J / --jpath <dir>         Also look for imports here (right-most wins)
        -o / --output-file <file>  Write to a file instead of stdout
        -m / --multi <dir>         Write one file for each field, list them on stdout
        -c / --create-output-dirs  Create missing directories of output files
        -y / --yaml-stream         Write an array as a YAML stream of JSON documents
        -S / --string              Expect a string and write it as it is
        --no-trailing-newline      Do not end the output with a newline
        -s / --max-stack <n>       Number of stack frames allowed (500)
        -t / --max-trace <n>       Lines of a trace before it is cut; 0 for all (20)
        --profile[=<file>]         Also tell where the time went, on stderr or in a file
        --profile-format <format>  text, json, or folded for flame graphs (text)
        -v / --version             Print the version

      External variables:
        -V / --ext-str <var>[=<val>]      a string; without <val> from the environment
             --ext-str-file <var>=<file>  a string from a file
             --ext-code <var>[=<code>]    code; without <code> from the environment
             --ext-code-file <var>=<file> code from a file

      Arguments of a program whose value is a function:
        -A / --tla-str <var>[=<val>]      a string; without <val> from the environment
             --tla-str-file <var>=<file>  a string from a file
             --tla-code <var>[=<code>]    code; without <code> from the environment
             --tla-code-file <var>=<file> code from a file

      Environment:
        JSONNET_PATH  directories to look for imports, left-most wins, after those of --jpath

      -abc stands for -a -b -c; what follows -- is not an option.
      """;

  private UsageText() {}
}
