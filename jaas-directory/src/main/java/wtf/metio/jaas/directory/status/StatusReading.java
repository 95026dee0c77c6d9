// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.status;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.History;
import wtf.metio.jaas.domain.artifact.Published;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.manifest.tree.Node;
import wtf.metio.jaas.manifest.tree.Node.Fields;
import wtf.metio.jaas.manifest.tree.TreeReader;

/** Reads what {@link StatusDocument#kept} wrote. A document with any damage is none. */
final class StatusReading {

  private final Fields root;

  private StatusReading(Fields root) {
    this.root = root;
  }

  static Optional<SnippetStatus> of(byte[] json, ResourceName name) {
    try {
      var documents = TreeReader.read(json);
      return documents.complete()
              && documents.flaws().isEmpty()
              && documents.documents().size() == 1
              && documents.documents().getFirst().root() instanceof Fields fields
          ? Optional.of(new StatusReading(fields).status()).filter(it -> it.name().equals(name))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private SnippetStatus status() {
    var metadata = fields(root, "metadata");
    var status = fields(root, "status");
    var ledger = fields(root, "ledger");
    var archive = ledger.fields("archive").map(StatusReading::archive).orElse(null);
    return new SnippetStatus(
        new ResourceName(text(metadata, "namespace"), text(metadata, "name")),
        new SnippetStatus.Described(
            number(metadata, "generation"),
            text(ledger, "describedDigest"),
            text(status, "lastHandledReconcileAt"),
            text(ledger, "forced")),
        status.items("conditions").stream().findFirst().map(StatusReading::ready).orElse(null),
        text(status, "artifactURL"),
        time(status, "lastSyncTime"),
        status.items("notes").stream().map(note -> note.asText().orElse("")).toList(),
        (int) number(ledger, "listed"),
        new Ledger(text(status, "inputsDigest"), archive, history(ledger)));
  }

  private static Ready ready(Node node) {
    if (!(node instanceof Fields condition)) {
      throw new IllegalArgumentException("a condition that is no object");
    }
    return new Ready(
        text(condition, "status").equals("True"),
        Reason.of(text(condition, "reason")).orElseThrow(IllegalArgumentException::new),
        text(condition, "message"),
        needed(time(condition, "lastTransitionTime")));
  }

  private static StoredArchive archive(Fields archive) {
    return new StoredArchive(
        new Revision(text(archive, "revision")),
        new Digest(text(archive, "digest")),
        number(archive, "size"),
        needed(time(archive, "stored")));
  }

  private static History history(Fields ledger) {
    List<Published> revisions = new ArrayList<>();
    for (var node : ledger.items("history")) {
      if (node instanceof Fields entry) {
        revisions.add(
            new Published(
                new Revision(text(entry, "revision")),
                needed(time(entry, "since")),
                time(entry, "supersededAt")));
      }
    }
    return new History(revisions);
  }

  private static Fields fields(Fields parent, String name) {
    return parent.fields(name).orElseThrow(IllegalArgumentException::new);
  }

  private static String text(Fields parent, String name) {
    return parent.text(name).orElse("");
  }

  private static @Nullable Instant time(Fields parent, String name) {
    return parent.text(name).map(Instant::parse).orElse(null);
  }

  private static Instant needed(@Nullable Instant time) {
    if (time == null) {
      throw new IllegalArgumentException("a time is missing");
    }
    return time;
  }

  private static long number(Fields parent, String name) {
    return parent.get(name).orElse(null) instanceof Node.Scalar(_, _, var digits)
        ? Long.parseLong(digits)
        : 0;
  }
}
