// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeMapTest {

  @Test
  void theMapNamesThePackagesThereAreAndNoOthers() throws IOException {
    List<String> map =
        Files.readAllLines(SourceTree.CHECKOUT.resolve("README.md")).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("~"))
            .map(line -> line.split("\\s", 2)[0].replace("~", Rooms.ROOT))
            .toList();

    assertThat(map).containsExactlyInAnyOrderElementsOf(SourceTree.packages());
  }

  @Test
  void everyModuleStandsOnTheMap() throws IOException {
    String readme = Files.readString(SourceTree.CHECKOUT.resolve("README.md"));

    assertThat(SourceTree.modules())
        .extracting(Path::getFileName)
        .allSatisfy(module -> assertThat(readme).contains("\n" + module + "/ "));
  }

  @Test
  void everyPackageDescribesItself() {
    assertThat(SourceTree.packages())
        .allSatisfy(
            name ->
                assertThat(SourceTree.modules())
                    .as(name)
                    .anySatisfy(
                        module ->
                            assertThat(
                                    module
                                        .resolve("src/main/java")
                                        .resolve(name.replace('.', '/'))
                                        .resolve("package-info.java"))
                                .content()
                                .contains("/**", "@NullMarked")));
  }
}
