// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import java.util.List;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.SnippetSpec;
import wtf.metio.jaas.domain.snippet.Violation;

/** A description in a file. */
public sealed interface Manifest {

  /** Who it is about. */
  Metadata metadata();

  /** Where it begins. */
  Place place();

  /** The kind, as it is written. */
  String kind();

  /**
   * A snippet.
   *
   * @param spec as far as it can be understood: what is wrong is left out of it
   * @param violations everything that is wrong, in the words of the rules; as long as there is one
   *     the spec is not what its author meant and must not be published
   */
  record SnippetManifest(
      Metadata metadata, Place place, SnippetSpec spec, List<Violation> violations)
      implements Manifest {
    public SnippetManifest {
      violations = List.copyOf(violations);
    }

    @Override
    public String kind() {
      return "JsonnetSnippet";
    }
  }

  /**
   * A library.
   *
   * @param origin of its files
   * @param violations as in {@link SnippetManifest}
   */
  record LibraryManifest(Metadata metadata, Place place, Origin origin, List<Violation> violations)
      implements Manifest {
    public LibraryManifest {
      violations = List.copyOf(violations);
    }

    @Override
    public String kind() {
      return "JsonnetLibrary";
    }
  }

  /**
   * A source that somebody else publishes, as Flux describes it.
   *
   * @param apiVersion group and version
   * @param kind GitRepository, OCIRepository, Bucket or ExternalArtifact
   * @param url of the archive, or a relative path; empty if there is none yet
   * @param revision of its content; empty if nobody says
   * @param digest of the archive, {@code sha256:...}; empty if nobody says
   * @param unready why it cannot be used now; empty if it can, as one whose manifest says nothing
   *     about it
   */
  record SourceManifest(
      Metadata metadata,
      Place place,
      String apiVersion,
      String kind,
      String url,
      String revision,
      String digest,
      String unready)
      implements Manifest {}
}
