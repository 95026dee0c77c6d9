// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.History;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.publication.Pass;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.reconcile.observation.PassPhase;
import wtf.metio.jaas.operator.reconcile.observation.PassPhase.Name;
import wtf.metio.jaas.operator.reconcile.observation.PassTrace;

/** Passes over a snippet {@code team/dash} of the third generation. */
final class PassFixture {

  static final byte[] CONTENT = "{}".getBytes(StandardCharsets.UTF_8);

  private PassFixture() {}

  /** One of every kind that there is. */
  static Stream<PassTrace> everyKind() {
    return Stream.of(
        published(),
        ended(new Pass.Suspended(Ledger.EMPTY, List.of())),
        ended(new Pass.Deferred(Deferral.RATE_LIMITED, "later", Duration.ofSeconds(1))),
        ended(new Pass.Dropped()),
        failed(Reason.SOURCE_FETCH_FAILED, Name.RESOLVE_SOURCE),
        failed(Reason.LIBRARY_NOT_FOUND, Name.RESOLVE_SOURCE, Name.RESOLVE_LIBRARIES),
        failed(Reason.EVALUATION_FAILED, Name.RESOLVE_SOURCE, Name.EVALUATE),
        failed(Reason.RBAC_DENIED, Name.values()));
  }

  static PassTrace published() {
    var archive = new StoredArchive(Revision.ofText(CONTENT), Digest.of(CONTENT), 2, Instant.EPOCH);
    var ledger = new Ledger("inputs", archive, History.EMPTY);
    return trace(
        new Pass.Synced(ledger, "http://x", "fine", true, List.of(), List.of(), null),
        Name.values());
  }

  static PassTrace failed(Reason reason, Name... phases) {
    return trace(new Pass.Failed(reason, "secret", Retry.WITH_BACKOFF), phases);
  }

  private static PassTrace ended(Pass pass) {
    return trace(pass);
  }

  private static PassTrace trace(Pass pass, Name... names) {
    long begun = System.nanoTime();
    var phases = new ArrayList<PassPhase>();
    for (var name : names) {
      phases.add(new PassPhase(name, begun + phases.size(), Duration.ofNanos(1)));
    }
    boolean evaluated = Arrays.asList(names).contains(Name.EVALUATE);
    return new PassTrace(
        new ResourceName("team", "dash"),
        begun,
        new KubeObject(object()),
        false,
        2,
        1,
        evaluated ? CONTENT.length : -1,
        evaluated ? EvaluationUsage.ofTime(Duration.ofMillis(1)) : null,
        pass,
        phases);
  }

  private static JsonObject object() {
    return JsonParser.parseString("{\"metadata\": {\"generation\": 3}}").getAsJsonObject();
  }
}
