// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.render.RenderHandler;

/** What nobody asks for costs neither time at the start nor memory later. */
class LoadedClassesTest {

  @TempDir Path folder;

  private final int render = ServiceProcess.freePort();

  private List<String> loadedBy(String... more) throws Exception {
    Files.createDirectories(folder.resolve("hello"));
    Files.writeString(folder.resolve("hello/main.jsonnet"), "'hello'");
    var loaded = folder.resolve("classes.log");
    var arguments =
        new ArrayList<>(
            List.of(
                "--port=" + render,
                "--management-port=" + ServiceProcess.freePort(),
                "--metrics-bind-address=0",
                "--shutdown-delay=0",
                "--snippet-directory=" + folder));
    arguments.addAll(List.of(more));
    var options = Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded);
    try (var process = ServiceProcess.start(options, arguments)) {
      process.awaitLogged("\"server\":\"jsonnet\"");
      assertThat(RawHttp.get(render, "/jsonnet/hello").status()).isEqualTo(200);
      process.signal("TERM");
      assertThat(process.exitCode()).isZero();
    }
    try (var lines = Files.lines(loaded)) {
      return lines
          .map(line -> line.replaceFirst("^.*\\[class,load] ", "").replaceFirst(" .*", ""))
          .toList();
    }
  }

  private static boolean exportsSpans(String name) {
    return name.startsWith("io.opentelemetry.") || name.startsWith("okhttp3.");
  }

  private static boolean keepsInABucket(String name) {
    return name.startsWith("software.amazon.") || name.startsWith("io.awspring.");
  }

  @Test
  void withoutABucketNothingThatReachesOneIsLoaded() throws Exception {
    assertThat(loadedBy()).filteredOn(LoadedClassesTest::keepsInABucket).isEmpty();
  }

  @Test
  void withoutAReceiverForSpansNothingThatExportsThemIsLoaded() throws Exception {
    var loaded = loadedBy();

    assertThat(loaded).filteredOn(LoadedClassesTest::exportsSpans).isEmpty();
    assertThat(loaded.contains(RenderHandler.class.getName())).isTrue();
  }

  @Test
  void withOneItIs() throws Exception {
    assertThat(loadedBy("--tracing-endpoint=127.0.0.1:1", "--tracing-insecure"))
        .filteredOn(LoadedClassesTest::exportsSpans)
        .hasSizeGreaterThan(100);
  }
}
