// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.RunningService;

class HeldBackTest {

  @TempDir Path folder;

  @Test
  void aSnippetThatWasLateIsHeldBackUntilItChanges() throws IOException {
    var snippets = new Snippets(folder).with("slow", Snippets.ENDLESS);
    try (var service = RunningService.ofSnippets(folder, "--evaluation-timeout=1s")) {
      assertThat(service.snippet("slow").status()).isEqualTo(504);

      var heldBack = service.snippet("slow");
      for (int i = 0; i < 5 && heldBack.status() == 504; i++) {
        // On a machine that stood still for a second it was tried again; next time it waits longer.
        heldBack = service.snippet("slow");
      }
      assertThat(heldBack.status()).isEqualTo(503);
      assertThat(heldBack.header("Retry-After"))
          .hasValueSatisfying(it -> assertThat(it).matches("[1-9]\\d?"));
      RunningService.await(() -> service.log().contains("it ran into a limit before"));

      snippets.with("slow", "{ quick: true }");
      assertThat(service.snippet("slow").status()).isEqualTo(200);
    }
  }
}
