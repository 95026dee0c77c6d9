// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.BaseUrl;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.notation.Sha256;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.operator.flux.ArchiveFetcher.OwnArchive;
import wtf.metio.jaas.operator.kube.KubeObject;

/** Archives that this installation published itself, and need not ask anybody for. */
final class OwnArtifacts {

  private final BaseUrl base;
  private final ArchiveFetcher archives;

  OwnArtifacts(BaseUrl base, ArchiveFetcher archives) {
    this.base = base;
    this.archives = archives;
  }

  /** Where the files of an ExternalArtifact are in the own store; empty if they are not there. */
  Optional<Location> locate(KubeObject published, String path) {
    return Optional.of(published)
        .filter(BackReference::isIn)
        .flatMap(this::archive)
        .flatMap(archive -> archives.locateStored(archive, path));
  }

  /** The archive by the name of the object, never by its address: that may be somebody else's. */
  private Optional<OwnArchive> archive(KubeObject published) {
    if (!(published.part("status").get("artifact") instanceof JsonObject artifact)) {
      return Optional.empty();
    }
    var revision = text(artifact, "revision");
    var digest = text(artifact, "digest");
    if (!Sha256.isWritten(revision) || !Sha256.isWritten(digest)) {
      return Optional.empty();
    }
    var owner = published.name();
    var archive = new OwnArchive(owner, new Revision(revision), new Digest(digest));
    return base.of(owner, archive.revision()).equals(text(artifact, "url"))
        ? Optional.of(archive)
        : Optional.empty();
  }

  private static String text(JsonObject object, String field) {
    return object.get(field) instanceof JsonElement value && value.isJsonPrimitive()
        ? value.getAsString()
        : "";
  }
}
