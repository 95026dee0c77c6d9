// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import java.nio.file.Path;
import java.util.stream.Stream;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/** The definitions as they are shipped, in a cluster. */
final class Definitions {

  private static final Path FOLDER = Path.of("..", "deploy", "crds");

  private Definitions() {}

  static Cluster inCluster() {
    var cluster = Cluster.shared();
    cluster.apply(
        Stream.of(Kind.values())
            .map(kind -> FOLDER.resolve(CustomResourceDefinition.fileName(kind)))
            .toArray(Path[]::new));
    return cluster;
  }

  static Resource resource(Kind kind) {
    return new Resource(Kind.GROUP, Kind.VERSION, kind.plural());
  }

  static KubeObject ofServer(Cluster cluster, Kind kind) {
    var path = Resource.DEFINITIONS.named(kind.plural() + "." + Kind.GROUP);
    return cluster.admin().get(path).object();
  }

  /** An object of the namespace {@code default}. */
  static String object(Kind kind, String name, String part) {
    return """
    apiVersion: %s
    kind: %s
    metadata:
      name: %s
      namespace: default
    %s
    """
        .formatted(Kind.API_VERSION, kind.text(), name, part);
  }
}
