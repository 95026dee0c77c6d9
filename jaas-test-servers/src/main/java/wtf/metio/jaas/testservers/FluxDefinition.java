// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.nio.file.Path;
import java.util.stream.Stream;

/** Flux' own definitions of its kinds, as its controllers bring them. */
public enum FluxDefinition {
  GIT_REPOSITORY(Program.FLUX_SOURCE, "source.toolkit.fluxcd.io_gitrepositories"),
  OCI_REPOSITORY(Program.FLUX_SOURCE, "source.toolkit.fluxcd.io_ocirepositories"),
  BUCKET(Program.FLUX_SOURCE, "source.toolkit.fluxcd.io_buckets"),
  HELM_CHART(Program.FLUX_SOURCE, "source.toolkit.fluxcd.io_helmcharts"),
  HELM_REPOSITORY(Program.FLUX_SOURCE, "source.toolkit.fluxcd.io_helmrepositories"),
  EXTERNAL_ARTIFACT(Program.FLUX_SOURCE, "source.toolkit.fluxcd.io_externalartifacts"),
  KUSTOMIZATION(Program.FLUX_KUSTOMIZE, "kustomize.toolkit.fluxcd.io_kustomizations");

  private final Program program;
  private final String name;

  FluxDefinition(Program program, String name) {
    this.program = program;
    this.name = name;
  }

  /**
   * The file with the definition of the kind, in YAML, to be read only. Nothing is built for it.
   *
   * <p>Ends the test if the sources of the controller are neither here nor to be had.
   */
  public Path file() {
    return GoSources.required(program).resolve("config/crd/bases").resolve(name + ".yaml");
  }

  /** The kinds that a snippet may refer to. */
  public static Path[] sources() {
    return files(GIT_REPOSITORY, OCI_REPOSITORY, BUCKET, EXTERNAL_ARTIFACT);
  }

  /** All of them. */
  public static Path[] all() {
    return files(values());
  }

  private static Path[] files(FluxDefinition... definitions) {
    return Stream.of(definitions).map(FluxDefinition::file).toArray(Path[]::new);
  }
}
