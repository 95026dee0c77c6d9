// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import java.util.List;

/** The kinds of objects that bring files. */
public final class SourceKinds {

  /** Their names. */
  public static final List<String> ALL =
      List.of("GitRepository", "OCIRepository", "Bucket", "ExternalArtifact");

  /** The group that they are in, in any version. */
  public static final String GROUP = "source.toolkit.fluxcd.io";

  private SourceKinds() {}
}
