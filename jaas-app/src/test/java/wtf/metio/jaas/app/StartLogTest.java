// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.settings.SnippetSettings;

class StartLogTest {

  @TempDir Path folder;

  @Test
  void pathsThatAreNotWhatTheyShouldBeAreWarnedOf() throws IOException {
    var file = Files.writeString(folder.resolve("x.jsonnet"), "1");
    var absent = folder.resolve("absent").toString();
    var settings =
        new SnippetSettings(
            List.of(file.toString(), folder.toString(), absent),
            List.of(folder.toString(), file.toString(), absent),
            List.of(folder.toString(), absent));

    assertThat(FirstLook.warnings(settings))
        .containsExactly(
            new FirstLook.Warning(
                "--snippet",
                folder.toString(),
                "it is a folder; --snippet-directory serves the snippets in a folder"),
            new FirstLook.Warning("--snippet", absent, "it does not exist"),
            new FirstLook.Warning("--snippet-directory", file.toString(), "it is no folder"),
            new FirstLook.Warning("--snippet-directory", absent, "it does not exist"),
            new FirstLook.Warning("--library-path", absent, "it does not exist"));
  }

  @Test
  void whoServesNothingIsTold() {
    try (var service = RunningService.start("--log-format=text")) {
      assertThat(service.log())
          .contains(
              "level=WARN msg=\"There is nothing to serve: neither --snippet nor"
                  + " --snippet-directory is given\"");
    }
  }

  @Test
  void valuesOfExternalVariablesAreNotLogged() {
    try (var service =
        RunningService.start(
            Map.of("JAAS_EXT_VAR_b", "hunter3"),
            List.of("--ext-var=a=hunter2", "--log-level=debug"))) {
      assertThat(service.log()).contains("\"ext-var-count\":2").doesNotContain("hunter");
    }
  }
}
