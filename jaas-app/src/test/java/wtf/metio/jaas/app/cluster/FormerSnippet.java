// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import wtf.metio.jaas.domain.archive.ArchiveWriter;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.testservers.cluster.Api;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Resource;

/**
 * A snippet as another program published it before: the same objects and files, with what that
 * program writes and without what it does not.
 *
 * @param more of the description, lines of YAML
 * @param editions that were published, the newest first
 */
record FormerSnippet(String name, String program, String more, List<Edition> editions) {

  /** Where that program served archives. */
  static final String BASE = "http://jaas-storage.jaas-system.svc.cluster.local:8082";

  /**
   * What was published once.
   *
   * @param archive as it is stored
   */
  record Edition(Revision revision, byte[] archive) {

    /** A rendered value. */
    static Edition ofValue(String json) {
      var bytes = json.getBytes(StandardCharsets.UTF_8);
      return new Edition(Revision.ofText(bytes), archive(FileSet.of("rendered.json", bytes)));
    }

    /** The files themselves. */
    static Edition ofFiles(FileSet files) {
      return new Edition(Revision.ofFiles(files), archive(files));
    }

    String digest() {
      return Digest.of(archive).text();
    }

    /** The same tar as ours, compressed by somebody else: other bytes. */
    private static byte[] archive(FileSet files) {
      try {
        var ours = new ByteArrayOutputStream();
        ArchiveWriter.write(files, ours);
        var tar = new GZIPInputStream(new ByteArrayInputStream(ours.toByteArray())).readAllBytes();
        var theirs = new ByteArrayOutputStream();
        try (var gzip = new StoringGzip(theirs)) {
          gzip.write(tar);
        }
        return theirs.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class StoringGzip extends GZIPOutputStream {

    StoringGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.NO_COMPRESSION);
    }
  }

  /** One whose program is its value. */
  static FormerSnippet plain(String name, String... more) {
    return of(name, 1, more);
  }

  /** One with so many editions. */
  static FormerSnippet of(String name, int editions, String... more) {
    var published =
        IntStream.iterate(editions, number -> number > 0, number -> number - 1)
            .mapToObj(number -> Edition.ofValue("{\n   \"" + name + "\": " + number + "\n}\n"))
            .toList();
    return new FormerSnippet(
        name, "{ '" + name + "': " + editions + " }", String.join("\n", more), published);
  }

  Edition newest() {
    return editions.getFirst();
  }

  /** Below the root of the store, and of its server. */
  String path(String namespace, Edition edition) {
    return namespace + '/' + name + "/sha256-" + edition.revision().text().substring(7) + ".tar.gz";
  }

  /** Writes the archives, and a file that somebody was about to write. */
  void store(Path root, String namespace) {
    try {
      for (var edition : editions) {
        var file = root.resolve(path(namespace, edition));
        Files.createDirectories(file.getParent());
        Files.write(file, edition.archive());
        Files.write(file.resolveSibling(file.getFileName() + ".tmp"), new byte[100]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the objects, with a status that says all is well. */
  void describe(Cluster cluster, String namespace) {
    cluster.apply(
        """
        apiVersion: jaas.metio.wtf/v1
        kind: JsonnetSnippet
        metadata:
          name: %2$s
          namespace: %1$s
          finalizers: [jaas.metio.wtf/finalizer]
        spec:
          serviceAccountName: renderer
          files:
            main.jsonnet: "%3$s"
        %4$s
        """
            .formatted(namespace, name, program, more.indent(2)));
    status(cluster.admin(), Resource.SNIPPETS, namespace, status(namespace));
    cluster.apply(
        """
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: ExternalArtifact
        metadata: {name: %2$s, namespace: %1$s}
        spec:
          sourceRef: {apiVersion: jaas.metio.wtf/v1, kind: JsonnetSnippet, name: %2$s}
        """
            .formatted(namespace, name));
    status(cluster.admin(), Resource.EXTERNAL_ARTIFACTS, namespace, artifactStatus(namespace));
  }

  private void status(Api admin, Resource resource, String namespace, String status) {
    admin.patch(resource.in(namespace, name) + "/status", status).object();
  }

  private String status(String namespace) {
    var history =
        editions.stream()
            .map(
                edition ->
                    "{\"revision\": \"%s\", \"time\": \"2026-01-01T00:00:00Z\"}"
                        .formatted(edition.revision().text()))
            .collect(Collectors.joining(", "));
    return """
    {"status": {
      "observedGeneration": 1,
      "conditions": [
        {"type": "Ready", "status": "True", "reason": "Synced",
         "message": "Rendered 20 bytes from 1 files",
         "lastTransitionTime": "2026-01-01T00:00:00Z", "observedGeneration": 1}],
      "revision": "%s",
      "artifactURL": "%s/%s",
      "lastSyncTime": "2026-01-01T00:00:00Z",
      "history": [%s]}}
    """
        .formatted(newest().revision().text(), BASE, path(namespace, newest()), history);
  }

  private String artifactStatus(String namespace) {
    return """
    {"status": {
      "artifact": {
        "url": "%1$s/%2$s", "path": "%2$s", "revision": "%3$s", "digest": "%4$s", "size": %5$s,
        "lastUpdateTime": "2026-01-01T00:00:00Z"},
      "conditions": [
        {"type": "Ready", "status": "True", "reason": "Succeeded", "message": "artifact published",
         "lastTransitionTime": "2026-01-01T00:00:00Z", "observedGeneration": 1}]}}
    """
        .formatted(
            BASE,
            path(namespace, newest()),
            newest().revision().text(),
            newest().digest(),
            newest().archive().length);
  }
}
