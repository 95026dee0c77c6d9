// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

  @TempDir Path folder;
  private Commands commands;

  @BeforeEach
  void open() {
    commands = new Commands(folder);
  }

  private static String snippet(String name, String program) {
    return """
    ---
    apiVersion: jaas.metio.wtf/v1
    kind: JsonnetSnippet
    metadata: {name: %s}
    spec:
      format: yaml
      files:
        main.jsonnet: |
          %s
    """
        .formatted(name, program);
  }

  @Test
  void whatChangesIsShownLineByLine() {
    var old = commands.file("old.yaml", snippet("a", "{ a: 1, b: 2 }") + snippet("gone", "1"));
    var fresh = commands.file("new.yaml", snippet("a", "{ a: 1, b: 3 }") + snippet("more", "2"));

    assertThat(commands.diff("-f", fresh, "--against", old))
        .isEqualTo(
            new Commands.Ended(
                1,
                """
                --- a/default/a/rendered.yaml
                +++ b/default/a/rendered.yaml
                @@ -1,2 +1,2 @@
                 a: 1
                -b: 2
                +b: 3
                --- a/default/gone/rendered.yaml
                +++ /dev/null
                @@ -1 +0,0 @@
                -1
                --- /dev/null
                +++ b/default/more/rendered.yaml
                @@ -0,0 +1 @@
                +2
                """,
                ""));
    assertThat(commands.diff("-f", fresh, "--against", old, "a").stdout().lines()).hasSize(6);
  }

  @Test
  void anotherWayToTheSameResultIsNoDifference() {
    var old = commands.file("old.yaml", snippet("a", "{ a: 2 }"));
    var fresh = commands.file("new.yaml", snippet("a", "{ a: 1 + 1 }"));

    assertThat(commands.diff("-f", fresh, "--against", old))
        .isEqualTo(new Commands.Ended(0, "", ""));
    assertThat(commands.diff("-f", fresh, "--against", old, "--markdown").stdout())
        .isEqualTo("Nothing that is rendered changes.\n");
  }

  @Test
  void markdownHasATableAndADifferenceToUnfold() {
    var old = commands.file("old.yaml", snippet("a", "{ a: '```' }"));
    var fresh = commands.file("new.yaml", snippet("a", "{ a: 1 }"));

    assertThat(commands.diff("-f", fresh, "--against", old, "--markdown"))
        .isEqualTo(
            new Commands.Ended(
                1,
                """
                | File | | Lines |
                |---|---|---|
                | `default/a/rendered.yaml` | changed | +1 -1 |

                <details><summary><code>default/a/rendered.yaml</code></summary>

                ````diff
                @@ -1 +1 @@
                -a: "```"
                +a: 1
                ````

                </details>
                """,
                ""));
  }

  @Test
  void anArchiveIsComparedWhereverItLies() throws IOException {
    var old = commands.file("old.yaml", snippet("a", "{ a: 1 }"));
    var fresh = commands.file("new.yaml", snippet("a", "{ a: 2 }"));
    var archive = commands.path("old.tar.gz");
    commands.render("-f", old, "--archive", archive);
    var expected =
        """
        --- a/default/a/rendered.yaml
        +++ b/default/a/rendered.yaml
        @@ -1 +1 @@
        -a: 1
        +a: 2
        """;

    assertThat(commands.diff("-f", fresh, "--against", archive).stdout()).isEqualTo(expected);
    assertThat(commands.diff("-f", old, "--against", archive).exitCode()).isZero();

    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var bytes = Files.readAllBytes(Path.of(archive));
    server.createContext(
        "/there",
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      var address = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(commands.diff("-f", fresh, "--against", address + "/there").stdout())
          .isEqualTo(expected);
      assertThat(commands.diff("-f", fresh, "--against", address + "/not"))
          .isEqualTo(
              new Commands.Ended(
                  2, "", "jaas diff: " + address + "/not: the server answers 404\n"));
    } finally {
      server.stop(0);
    }
    assertThat(commands.diff("-f", fresh, "--against", address(server)).exitCode()).isEqualTo(2);
  }

  private static String address(HttpServer stopped) {
    return "http://127.0.0.1:" + stopped.getAddress().getPort() + "/there";
  }

  @Test
  void valuesOfSecretsAreHiddenButTheirChangeIsNot() {
    var program =
        "{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'n' }, stringData: { same: 's3same',"
            + " 'a: b': 's3\\\\n  key: x', other: 's3%s' } }";
    for (var format : new String[] {"yaml", "json", "manifests"}) {
      var old =
          commands.file(
              "old.yaml", snippet("a", program.formatted("one")).replace("yaml\n", format + "\n"));
      var fresh =
          commands.file(
              "new.yaml", snippet("a", program.formatted("two")).replace("yaml\n", format + "\n"));

      var ended = commands.diff("-f", fresh, "--against", old);

      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.stdout()).contains("other", "hidden").doesNotContain("s3");
      assertThat(commands.diff("-f", fresh, "--against", old, "--show-secrets").stdout())
          .contains("s3one", "s3two");
    }
  }

  @Test
  void whatCannotBeToldEndsWithTwo() {
    var fine = commands.file("fine.yaml", snippet("a", "1") + snippet("b", "1"));
    var bad = commands.file("bad.yaml", snippet("a", "error 'no'"));
    commands.render("-f", fine, "a", "--archive", commands.path("a.tar.gz"));

    assertThat(commands.diff("-f", bad, "--against", fine))
        .extracting(Commands.Ended::exitCode, Commands.Ended::stdout)
        .containsExactly(2, "");
    assertThat(commands.diff("-f", fine).exitCode()).isEqualTo(2);
    assertThat(commands.diff("-f", fine, "--against", commands.path("none")).exitCode())
        .isEqualTo(2);
    assertThat(commands.diff("-f", fine, "--against", commands.path("a.tar.gz")))
        .isEqualTo(
            new Commands.Ended(2, "", "jaas diff: an archive holds one snippet; name which one\n"));
  }
}
