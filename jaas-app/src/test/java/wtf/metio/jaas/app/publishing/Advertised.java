// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.artifact.Digest;

/** Everything that a service says can be fetched. */
final class Advertised {

  private static final Pattern REVISION =
      Pattern.compile("\"revision\": ?\"sha256:([0-9a-f]{64})\"");
  private static final Pattern DIGEST = Pattern.compile("\"digest\": ?\"(sha256:[0-9a-f]{64})\"");

  private final KillableService service;
  private final List<String> names;
  private final Set<String> fetched = new HashSet<>();

  Advertised(KillableService service, List<String> names) {
    this.service = service;
    this.names = names;
  }

  /** How many archives were fetched. */
  int count() {
    return fetched.size();
  }

  /** Fetches all of them. What is not advertised any more by then need not be there. */
  void areAllThere() throws IOException {
    for (var name : names) {
      var problem = problem(name);
      for (int i = 0; i < 5 && problem.isPresent() && !isStill(name, problem.get()); i++) {
        problem = problem(name);
      }
      if (problem.isPresent()) {
        throw new AssertionError(problem.get().text() + "\n" + service.said());
      }
    }
  }

  private record Problem(String status, String text) {}

  private boolean isStill(String name, Problem problem) {
    return service.status(name).equals(problem.status());
  }

  private Optional<Problem> problem(String name) throws IOException {
    var status = service.status(name);
    var recorded = recordedDigest(name);
    for (var revision : revisions(status)) {
      var path = "/default/" + name + "/sha256-" + revision + ".tar.gz";
      var answer = service.fetch(path);
      if (answer.status() != 200) {
        return Optional.of(new Problem(status, path + " answers " + answer.status()));
      }
      var digest = Digest.of(answer.body()).text();
      if (!answer.header("ETag").equals(Optional.of('"' + digest + '"'))) {
        return Optional.of(new Problem(status, path + " hashes to " + digest));
      }
      fetched.add(digest);
    }
    return recorded.isEmpty() || fetched.contains(recorded.get())
        ? Optional.empty()
        : Optional.of(new Problem(status, name + " advertises " + recorded.get()));
  }

  private static Set<String> revisions(String status) {
    var revisions = new TreeSet<String>();
    REVISION.matcher(status).results().forEach(match -> revisions.add(match.group(1)));
    return revisions;
  }

  /** The digest of the current archive, as the status keeps it. */
  private Optional<String> recordedDigest(String name) throws IOException {
    try {
      var kept =
          Files.readString(
              service.storage().resolve(Path.of(".status", "default", name + ".json")));
      return DIGEST.matcher(kept).results().map(match -> match.group(1)).findFirst();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
