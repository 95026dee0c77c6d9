// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

/** What the commands print for {@code --help}. */
final class Usage {

  private static final String MANIFESTS =
      """
        -f / --filename <file|dir>  Manifests to read; may be given again; - for stdin
        -J / --library-path <dir>   Folder with libraries for everybody, as the service's flag
        -V / --ext-var <key>=<val>  External variable, as the service's flag
      """;

  private static final String RENDERING =
      MANIFESTS
          + """
              --source <source>=<path>  Folder or archive that stands for a source;
                                        <source> is [<kind>/][<namespace>/]<name>
              --allow-cross-namespace-refs
              --max-stack <n>           Number of stack frames allowed (500)
              --evaluation-timeout <d>  Time for one evaluation, such as 5s; 0 for any (0)
              --max-artifact-bytes <n>  Size of what is published; 0 for no own bound (0)
          """;

  static final String VALIDATE =
      """
      jaas validate -f <file|dir> {<option>}

      Holds manifests to the schema and the rules of the service, without any network. Prints every problem with
      its file and line; ends with 1 if there is one, with 2 if the command line is wrong.

      Options:
        -h / --help                 This message
      """
          + MANIFESTS;

  static final String RENDER =
      """
      jaas render -f <file|dir> {<option>} {[<namespace>/]<name>}

      Renders snippets from manifests as the service would, all of them if none is named. Libraries and sources
      are taken from the same files. One file goes to stdout; Kubernetes objects go there as a stream.

      Options:
        -h / --help                 This message
        -o / --output-file <file>   Write to a file instead of stdout
        -m / --multi <dir>          Write every file below <dir>/<namespace>/<name>, list them on stdout
             --archive <file>       Write the archive that would be published
      """
          + RENDERING;

  static final String DIFF =
      """
      jaas diff -f <file|dir> --against <old> {<option>} {[<namespace>/]<name>}

      Renders snippets and shows how the result differs from an older one. <old> is a manifest, a folder of
      them, a published archive, or the http address of one. Ends with 0 if nothing differs, with 1 if
      something does, with 2 if it cannot be told.

      Options:
        -h / --help                 This message
             --against <old>        What to compare with
             --markdown             Write Markdown, for a comment on a change
             --show-secrets         Show the values of Secrets, too
      """
          + RENDERING;

  private Usage() {}
}
