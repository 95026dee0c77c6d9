// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.RunningService;

class PublishedExamplesTest {

  private static final Path MANIFESTS = Path.of("../deploy/examples/manifests");
  private static final Pattern REASON = Pattern.compile("\"reason\": \"(\\w+)\"");
  private static final Pattern PEOPLE =
      Pattern.compile("\"artifactURL\": \"http://127\\.0\\.0\\.1:8082(/default/people/.*?)\"");

  @TempDir private Path storage;

  @Test
  void everyExampleIsPublishedAsTheReadmeSays() throws IOException {
    long snippets = described();
    var flags =
        List.of(
            "--manifest-directory",
            MANIFESTS.toString(),
            "--storage-path",
            storage.toString(),
            "--storage-base-url",
            "http://127.0.0.1:8082",
            "--storage-listen-address",
            "127.0.0.1");
    try (var service = RunningService.start(Map.of(), flags)) {
      RunningService.await(() -> reasons(service).equals(allSynced(snippets)));

      var status = service.get("management", "/status").text();
      assertThat(status).contains("\"problems\": []");
      var url = PEOPLE.matcher(status);
      assertThat(url.find()).isTrue();
      assertThat(service.get("storage", url.group(1)).status()).isEqualTo(200);
    }
  }

  private static long described() throws IOException {
    try (Stream<Path> files = Files.list(MANIFESTS)) {
      long snippets = 0;
      for (var file : files.toList()) {
        snippets +=
            Files.readAllLines(file).stream().filter("kind: JsonnetSnippet"::equals).count();
      }
      return snippets;
    }
  }

  private static List<String> allSynced(long snippets) {
    return Stream.generate(() -> "Synced").limit(snippets).toList();
  }

  private static List<String> reasons(RunningService service) {
    return REASON
        .matcher(service.get("management", "/status").text())
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
