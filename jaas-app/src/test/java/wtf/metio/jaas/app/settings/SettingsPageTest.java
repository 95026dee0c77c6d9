// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().resolveSibling("docs").resolve("reference/settings.md");

  @Test
  void thePageTellsWhatTheFlagsTell() throws IOException {
    var expected = SettingsPage.markdown(FlagCatalogue.GROUPS);
    var committed = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (System.getProperty("settings.update") != null) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, expected);
    }

    assertThat(committed)
        .as("docs/reference/settings.md; -Dsettings.update writes it anew")
        .isEqualTo(expected);
  }
}
