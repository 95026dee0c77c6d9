// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.testservers.FluxDefinition;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Resource;

/** An API server that comes to harm while it is watched. */
class TroubledWatchesIT {

  private static final String BUCKETS = "buckets.source.toolkit.fluxcd.io";

  private static Cluster cluster;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    cluster = Cluster.start();
    Lookout.defineOurs(cluster);
    cluster.apply(FluxDefinition.EXTERNAL_ARTIFACT.file());
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void afterAServerWasKilledChangesGoOn() {
    var namespace = cluster.namespace("killed");
    var before = new ResourceName(namespace, "before");
    var after = new ResourceName(namespace, "after");
    cluster.apply(Lookout.snippet(before, ""));
    try (var lookout = Lookout.at(cluster).synced()) {
      cluster.server().kill();
      cluster.server().restart();
      cluster.admin().delete(Lookout.path(before)).object();
      cluster.apply(Lookout.snippet(after, ""));

      lookout.awaitChange("snippet " + after);
      Awaiting.until("gone", () -> lookout.cluster().snippet(before).isEmpty());
      assertThat(lookout.watches.health().behind()).isZero();
    }
  }

  @Test
  void aClusterThatWasSetBackIsBelieved() {
    var namespace = cluster.namespace("restored");
    var kept = new ResourceName(namespace, "kept");
    var forgotten = new ResourceName(namespace, "forgotten");
    var deleted = new ResourceName(namespace, "deleted");
    cluster.apply(Lookout.snippet(kept, ""));
    cluster.apply(Lookout.snippet(deleted, ""));
    takeSnapshot();
    try (var lookout = Lookout.at(cluster).synced()) {
      cluster.apply(Lookout.snippet(forgotten, ""));
      cluster.admin().delete(Lookout.path(deleted)).object();
      var changed = cluster.admin().patch(Lookout.path(kept), "{\"spec\":{\"suspend\":true}}");
      lookout.awaitChange("snippet " + forgotten);
      // Known from an answer to a write, as if this process had made it.
      lookout.cluster().wrote(Lookout.object(changed.object()));

      restoreSnapshot();
      Awaiting.until("forgotten", () -> lookout.cluster().snippet(forgotten).isEmpty());
      Awaiting.until("back", () -> lookout.cluster().snippet(deleted).isPresent());
      Awaiting.until(
          "as it was",
          () -> !lookout.cluster().snippet(kept).orElseThrow().snippet().spec().suspend());

      var later = new ResourceName(namespace, "later");
      cluster.apply(Lookout.snippet(later, ""));
      lookout.awaitChange("snippet " + later);
      assertThat(lookout.heard.defects).isEmpty();
    }
  }

  @Test
  void aServerThatHangsIsNoticedAndFollowedAgain() {
    var name = new ResourceName(cluster.namespace("frozen"), "hello");
    try (var lookout = Lookout.at(cluster).synced()) {
      cluster.server().freeze();
      Awaiting.until(
          "noticed",
          () -> lookout.heard.watches.stream().anyMatch(line -> line.startsWith("interrupted")));
      cluster.server().thaw();

      cluster.apply(Lookout.snippet(name, ""));
      lookout.awaitChange("snippet " + name);
      Awaiting.until("well", () -> lookout.watches.health().behind().equals(Duration.ZERO));
    }
  }

  @Test
  void aKindThatComesLateIsWatchedAndMayLeaveAndComeBack() {
    var name = new ResourceName(cluster.namespace("late"), "hello");
    var definition = Resource.DEFINITIONS.named(BUCKETS);
    try (var lookout = Lookout.at(cluster).synced()) {
      assertThat(lookout.cluster().knows("Bucket")).isFalse();

      cluster.apply(FluxDefinition.BUCKET.file());
      cluster.apply(bucket(name));
      lookout.awaitChange("Bucket " + name);
      Awaiting.until("known", () -> lookout.cluster().knows("Bucket"));

      cluster.admin().delete(definition).object();
      Awaiting.until("left", () -> !lookout.cluster().knows("Bucket"));
      assertThat(lookout.cluster().source("Bucket", name)).isEmpty();

      cluster.admin().awaitGone(definition);
      cluster.apply(FluxDefinition.BUCKET.file());
      cluster.apply(bucket(name));
      Awaiting.until("back", () -> lookout.cluster().source("Bucket", name).isPresent());
      cluster.admin().delete(definition).object();
    }
  }

  @Test
  void ourOwnKindsMayBeTakenAwayAndComeBack() {
    var name = new ResourceName(cluster.namespace("ours"), "hello");
    var definition = Resource.DEFINITIONS.named("jsonnetsnippets.jaas.metio.wtf");
    cluster.apply(Lookout.snippet(name, ""));
    try (var lookout = Lookout.at(cluster).synced()) {
      cluster.admin().delete(definition).object();
      Awaiting.until(
          "missing",
          () -> lookout.watches.health().missing().contains("jsonnetsnippets.jaas.metio.wtf"));
      assertThat(lookout.cluster().snippets()).isEmpty();

      cluster.admin().awaitGone(definition);
      Lookout.defineOurs(cluster);
      cluster.apply(Lookout.snippet(name, ""));
      Awaiting.until("back", () -> lookout.cluster().snippet(name).isPresent());
    }
  }

  private void takeSnapshot() {
    cluster.server().stop();
    cluster.server().etcd().stop();
    copy(cluster.server().etcd().data(), folder);
    cluster.server().etcd().restart();
    cluster.server().restart();
  }

  private void restoreSnapshot() {
    cluster.server().kill();
    cluster.server().etcd().kill();
    delete(cluster.server().etcd().data());
    copy(folder, cluster.server().etcd().data());
    cluster.server().etcd().restart();
    cluster.server().restart();
  }

  private static String bucket(ResourceName name) {
    return """
    apiVersion: source.toolkit.fluxcd.io/v1
    kind: Bucket
    metadata:
      namespace: %s
      name: %s
    spec: {interval: 1m, endpoint: storage.example.com, bucketName: programs}
    """
        .formatted(name.namespace(), name.name());
  }

  private static void copy(Path from, Path to) {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
