// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import wtf.metio.jaas.app.RawResponse;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.ArchiveReader;
import wtf.metio.jaas.domain.archive.Subtree;

/** A service that publishes a folder of manifests, and its folder. */
final class PublishingService implements AutoCloseable {

  final Path manifests;
  final Path storage;
  private final List<String> flags;
  private RunningService service;

  PublishingService(Path root, String... flags) {
    try {
      manifests = Files.createDirectories(root.resolve("manifests"));
      storage = root.resolve("storage");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.flags = List.of(flags);
  }

  PublishingService start() {
    var all =
        new ArrayList<>(
            List.of(
                "--manifest-directory",
                manifests.toString(),
                "--storage-path",
                storage.toString(),
                "--storage-base-url",
                "http://jaas.example/",
                "--storage-listen-address",
                "127.0.0.1"));
    all.addAll(flags);
    service = RunningService.start(Map.of(), all);
    return this;
  }

  RunningService service() {
    return service;
  }

  /** Puts a file into the folder in one step. */
  void write(String file, String... documents) {
    try {
      var beside = manifests.resolve('.' + file);
      Files.writeString(beside, String.join("\n---\n", documents));
      Files.move(beside, manifests.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String file) {
    try {
      Files.delete(manifests.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String snippet(String name, String program, String... more) {
    return "apiVersion: jaas.metio.wtf/v1\nkind: JsonnetSnippet\nmetadata:\n  name: "
        + name
        + "\nspec:\n  files:\n    main.jsonnet: |\n      "
        + program
        + "\n"
        + lines(more);
  }

  static String library(String name, String program) {
    return snippet(name, program)
        .replace("JsonnetSnippet", "JsonnetLibrary")
        .replace("main.jsonnet", "main.libsonnet");
  }

  static String source(String name, String upstream) {
    return "apiVersion: jaas.metio.wtf/v1\nkind: JsonnetLibrary\nmetadata:\n  name: "
        + name
        + "\nspec:\n  sourceRef:\n    kind: ExternalArtifact\n    name: "
        + upstream
        + "\n";
  }

  static String[] uses(String library) {
    return new String[] {"libraries:", "  - kind: JsonnetLibrary", "    name: " + library};
  }

  private static String lines(String... more) {
    return more.length == 0 ? "" : "  " + String.join("\n  ", more) + "\n";
  }

  /** The status of a snippet as the management port tells it; empty before there is one. */
  String status(String name) {
    var answer = service.get("management", "/status/default/" + name);
    return switch (answer.status()) {
      case 200 -> answer.text();
      case 404 -> "";
      default -> throw new IllegalStateException(name + ": " + answer.status());
    };
  }

  /** Waits until the status of a snippet holds a text. */
  String await(String name, String text) {
    try {
      RunningService.await(() -> status(name).contains(text));
    } catch (AssertionError e) {
      throw new AssertionError(
          name + ": " + text + " is not in\n" + status(name) + service.log(), e);
    }
    return status(name);
  }

  String awaitReason(String name, String reason) {
    return await(name, "\"reason\": \"" + reason + '"');
  }

  /** Waits until what a snippet publishes is this. */
  void awaitPublished(String name, String file, String content) {
    try {
      RunningService.await(() -> content.equals(publishedFiles(name).get(file)));
    } catch (AssertionError e) {
      throw new AssertionError(publishedFiles(name) + "\n" + status(name), e);
    }
  }

  /** The files in the archive that the status names. */
  Map<String, String> publishedFiles(String name) {
    var url =
        Pattern.compile("\"artifactURL\": \"http://jaas.example(.*?)\"").matcher(status(name));
    if (!url.find()) {
      return Map.of();
    }
    return files(service.get("storage", url.group(1)));
  }

  static Map<String, String> files(RawResponse archive) {
    var files = new TreeMap<String, String>();
    try {
      if (archive.status() == 200) {
        new ArchiveReader(ArchiveLimits.DEFAULTS)
            .read(
                new ByteArrayInputStream(archive.body()),
                Subtree.ALL,
                (path, content) ->
                    files.put(path, new String(content.readAllBytes(), StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** How many programs were rendered since the start. */
  long rendered() {
    return sum("jaas_eval_duration_seconds_count{outcome=\"rendered\"}");
  }

  /** How many passes ended with a status since the start. */
  long reconciled() {
    return sum("jaas_snippet_reconcile_total{");
  }

  /** The sum of all series that begin so; zero if there are none. */
  private long sum(String prefix) {
    return service
        .get("metrics", "/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith(prefix))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  /** Waits until the last probe of the store found this problem. */
  void awaitProblem(String problem) {
    RunningService.await(
        () -> service.metric("jaas_storage_problem{problem=\"" + problem + "\"}") == 1);
  }

  /** Waits until the last probe of the store found none. */
  void awaitNoProblem() {
    RunningService.await(() -> sum("jaas_storage_problem{") == 0);
  }

  void stop() {
    if (service != null) {
      service.close();
      service = null;
    }
  }

  @Override
  public void close() {
    stop();
  }
}
