// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.ResourceType;

/** Every reason: its words, its event, when it is looked at again, and how it ends. */
class ReasonsTest {

  private static final Duration SLOWLY = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofMillis(5);
  private static final Duration AFTER_FIRST_DENIAL = Duration.ofSeconds(5);
  private static final String STATUS = "externalartifacts/status.source.toolkit.fluxcd.io";

  private final Borough borough = new Borough();

  /** Not ready for good: a warning, and another look after a minute. */
  private void assertStalled(String reason, String message) {
    assertStalled(reason, message, SLOWLY);
  }

  private void assertStalled(String reason, String message, Duration nextLook) {
    assertNotReady(reason, message, "Stalled", reason);
    assertThat(borough.untilNextTurn()).hasValue(nextLook);
    assertThat(borough.condition("dash", "Reconciling").keySet()).isEmpty();
  }

  /** Not ready for good, unless the API server has just been started: a first look comes sooner. */
  private void assertDenied(String message) {
    assertStalled("RBACDenied", message, AFTER_FIRST_DENIAL);
    borough.pass(AFTER_FIRST_DENIAL);
    assertThat(borough.untilNextTurn()).hasValue(SLOWLY);
    borough.pass(SLOWLY);
    assertThat(borough.untilNextTurn()).hasValue(SLOWLY);
    assertThat(borough.reason("dash")).isEqualTo("RBACDenied");
  }

  /** Not ready for now: a warning, and another look soon. */
  private void assertRetried(String reason, String message) {
    assertNotReady(reason, message, "Reconciling", "ProgressingWithRetry");
    assertThat(borough.untilNextTurn()).hasValue(SOON);
    assertThat(borough.condition("dash", "Stalled").keySet()).isEmpty();
  }

  private void assertNotReady(String reason, String message, String beside, String besideReason) {
    assertThat(borough.reason("dash")).as(borough.message("dash")).isEqualTo(reason);
    assertThat(Borough.text(borough.condition("dash", "Ready"), "status")).isEqualTo("False");
    assertThat(borough.message("dash"))
        .contains(message)
        .endsWith(
            " (runbook: https://jaas.projects.metio.wtf/runbooks/"
                + reason.toLowerCase(Locale.ROOT)
                + "/)");
    assertThat(Borough.text(borough.condition("dash", beside), "reason")).isEqualTo(besideReason);
    assertThat(borough.events.lastNote()).contains(message).doesNotContain("runbook");
    assertThat(borough.events.told()).containsExactly("Warning " + reason);
    assertThat(borough.heard.lines).contains("ended team/dash " + reason);
  }

  private void assertRecovered() {
    assertThat(borough.reason("dash")).as(borough.message("dash")).isEqualTo("Synced");
    assertThat(borough.condition("dash", "Stalled").keySet()).isEmpty();
    assertThat(borough.condition("dash", "Reconciling").keySet()).isEmpty();
    assertThat(borough.events.told()).contains("Normal Synced");
  }

  private void describe(String fields) {
    borough.describe("dash", Borough.from(fields));
    borough.settle();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "broken | EvaluationFailed   | RUNTIME ERROR: broken",
        "slow   | EvaluationTimeout  | evaluation exceeded 5s",
        "large  | ArtifactTooLarge   | publisher: artifact exceeds MaxArtifactBytes: the rendered"
      })
  void programsThatCannotBePublished(String program, String reason, String message) {
    borough.snippet("dash", program);
    borough.settle();
    assertStalled(reason, message);
    borough.snippet("dash", "{}");
    borough.settle();
    assertRecovered();
  }

  @Test
  void anOverlongDiagnosticIsCutToWhatTheServerTakes() {
    borough.snippet("dash", "long");
    borough.settle();
    assertThat(borough.message("dash").getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(32_768);
    assertThat(borough.events.lastNote().getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(1024);
    assertThat(borough.message("dash")).endsWith("/runbooks/evaluationfailed/)");
  }

  @Test
  void nobodyToActFor() {
    describe("'serviceAccountName': '', 'files': {'main.jsonnet': '{}'}");
    assertStalled(
        "ServiceAccountMissing",
        "neither spec.serviceAccountName nor --default-service-account is set");
    assertThat(borough.programs.rendered()).isEmpty();
    borough.snippet("dash", "{}");
    borough.settle();
    assertRecovered();
  }

  @Test
  void theAccountOfTheInstallationIsUsedWhereNobodyNamesOne() {
    borough.defaultAccount = "renderer";
    describe("'serviceAccountName': '', 'files': {'main.jsonnet': '{}'}");
    assertRecovered();
  }

  @Test
  void anAccountThatIsNotThere() {
    borough.server.deleteAccount("team", "renderer");
    borough.snippet("dash", "{}");
    borough.settle();
    assertThat(borough.reason("dash")).isEqualTo("ServiceAccountMissing");
    assertThat(borough.programs.rendered()).isEmpty();
    borough.server.tenant("team", "renderer");
    borough.pass(SLOWLY);
    assertRecovered();
  }

  @Test
  void aVariableOfTheInstallation() {
    describe(
        "'files': {'main.jsonnet': '{}'}, 'externalVariables': [{'name': 'cluster', 'value':"
            + " 'x'}]");
    assertStalled(
        "ExternalVariableConflict", "spec.externalVariables[\"cluster\"] conflicts with --ext-var");
    borough.snippet("dash", "{}");
    borough.settle();
    assertRecovered();
  }

  @Test
  void aSpecThatBreaksRulesTellsAllOfThem() {
    describe(
        "'files': {'main.jsonnet': '{}'}, 'entryFile': '../x',"
            + " 'libraries': [{'kind': 'JsonnetLibrary', 'name': 'a', 'importPath': 'mounted'}]");
    assertStalled("InvalidSpec", "shadows OCI-mounted library");
    assertThat(borough.message("dash")).contains("entryFile must not contain '..'");
    borough.snippet("dash", "{}");
    borough.settle();
    assertRecovered();
  }

  @Test
  void anEntryThatIsNotThere() {
    describe("'files': {'other.jsonnet': '{}'}");
    assertStalled("InvalidSpec", "source must contain \"main.jsonnet\" as the snippet entry point");
  }

  @Test
  void anotherNamespace() {
    describe("'sourceRef': {'kind': 'GitRepository', 'name': 'repo', 'namespace': 'other'}");
    assertStalled(
        "CrossNamespaceRefRejected",
        "spec.sourceRef points at namespace \"other\" but --no-cross-namespace-refs is set");
    borough.snippet("dash", "{}");
    borough.settle();
    assertRecovered();
  }

  @Test
  void aLibraryThatIsNotThere() {
    var spec = Borough.spec("@lib/x@", "'libraries': [{'kind': 'JsonnetLibrary', 'name': 'lib'}]");
    borough.describe("dash", spec);
    borough.settle();
    assertStalled("LibraryNotFound", "JsonnetLibrary \"lib\" in \"team\" not found");
    borough.library("lib", Borough.files("x", "{}"));
    borough.settle();
    assertRecovered();
  }

  @Test
  void aCycle() {
    describe("'sourceRef': {'kind': 'ExternalArtifact', 'name': 'dash'}");
    assertStalled(
        "DependencyCycle", "spec.sourceRef chain forms a cycle: team/dash \u2192 team/dash");
    borough.snippet("dash", "{}");
    borough.settle();
    assertRecovered();
  }

  @Test
  void aTenantWithoutRights() {
    borough.server.revoke("team", "renderer", "patch", STATUS);
    borough.snippet("dash", "{}");
    borough.settle();
    assertDenied("publishing the ExternalArtifact");
    assertThat(borough.message("dash")).contains("externalartifacts/status");
    borough.server.grant("team", "renderer", "patch", STATUS);
    borough.pass(SLOWLY);
    assertRecovered();
  }

  @Test
  void anApiServerThatHasJustBeenStartedAndKnowsNoRolesYet() {
    borough.server.revoke("team", "renderer", "patch", STATUS);
    borough.snippet("dash", "{}");
    borough.settle();
    borough.server.grant("team", "renderer", "patch", STATUS);
    borough.pass(AFTER_FIRST_DENIAL);
    assertRecovered();
  }

  @Test
  void aSourceThatIsNotReady() {
    borough.repository(
        "repo",
        Borough.json(
            "{'observedGeneration': 1, 'conditions': [{'type': 'Ready', 'status': 'False',"
                + " 'reason': 'AuthenticationFailed'}]}"));
    describe(Borough.fromRepository("repo"));
    assertRetried("SourceNotReady", "GitRepository team/repo (Ready=False/AuthenticationFailed)");
    borough.repository("repo", "1", Map.of("main.jsonnet", "{}"));
    borough.settle();
    assertRecovered();
  }

  @Test
  void aSourceThatIsNotThere() {
    describe(Borough.fromRepository("repo"));
    assertThat(borough.reason("dash")).isEqualTo("SourceFetchFailed");
    borough.repository("repo", "1", Map.of("main.jsonnet", "{}"));
    borough.settle();
    assertRecovered();
  }

  @Test
  void aStoreThatIsAway() {
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.events.told();
    borough.store.away = true;
    borough.snippet("dash", "[2]");
    borough.settle();
    assertRetried("StorageOperationFailed", "the store is away");
    borough.store.away = false;
    borough.controllers().holdings().recovered();
    borough.settle();
    assertRecovered();
  }

  @Test
  void aSuspendedSnippetRestsAndSaysSo() {
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.events.told();
    borough.snippet("dash", "[2]", "'suspend': true");
    borough.settle();
    assertThat(borough.reason("dash")).isEqualTo("Suspended");
    assertThat(borough.message("dash"))
        .isEqualTo("spec.suspend is true; pause until the operator unsets it");
    assertThat(borough.events.told()).containsExactly("Warning Suspended");
    assertThat(borough.untilNextTurn()).isEmpty();
    assertThat(borough.artifact("dash")).isPresent();
    assertThat(borough.programs.rendered()).hasSize(1);
    borough.snippet("dash", "[2]");
    borough.settle();
    assertRecovered();
  }

  @Test
  void aSnippetOverItsRateWaitsWithoutAWordInItsStatus() {
    borough.snippet("dash", "[1]");
    borough.settle();
    var before = borough.status("dash");
    borough.events.told();
    borough.rateLimit = _ -> Optional.of(Duration.ofSeconds(7));
    borough.snippet("dash", "[2]");
    borough.settle();
    assertThat(borough.status("dash")).isEqualTo(before);
    assertThat(borough.events.lastNote())
        .isEqualTo(
            "reconcile deferred for 7s by the per-snippet re-render rate limit"
                + " (--rerender-rate/--rerender-burst)");
    assertThat(borough.untilNextTurn()).hasValue(Duration.ofSeconds(7));
    borough.pass(Duration.ofSeconds(7));
    assertThat(borough.events.told()).containsExactly("Warning RateLimited");
    borough.rateLimit = _ -> Optional.empty();
    borough.pass(Duration.ofSeconds(7));
    assertRecovered();
    assertThat(borough.heard.lines).filteredOn("deferred team/dash RateLimited"::equals).hasSize(2);
  }

  @Test
  void aBusyEvaluatorPutsAPassOff() {
    borough.snippet("dash", "busy");
    borough.settle();
    assertThat(borough.reason("dash")).isEqualTo("Pending");
    assertThat(borough.events.told()).containsExactly("Warning EvalUnavailable");
    assertThat(borough.untilNextTurn()).hasValue(Duration.ofSeconds(1));
    borough.snippet("dash", "{}");
    borough.settle();
    assertRecovered();
  }

  @Test
  void aFailureIsToldOnce() {
    borough.snippet("dash", "broken");
    borough.settle();
    borough.events.told();
    borough.pass(Duration.ofMinutes(5));
    assertThat(borough.events.told()).isEmpty();
    assertThat(borough.programs.rendered()).hasSizeGreaterThan(4);
  }

  @Test
  void retriesBecomeRarerUpToAMinute() {
    describe(Borough.fromRepository("repo"));
    int before = borough.heard.lines.size();
    borough.pass(Duration.ofMinutes(30));
    assertThat(borough.heard.lines.size() - before).isLessThan(2 * 50);
    assertThat(borough.untilNextTurn().orElseThrow()).isLessThanOrEqualTo(SLOWLY);
  }

  @Test
  void aStatusThatCannotBeWrittenIsWrittenLater() {
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.snippet("dash", "[2]");
    borough.deny("patch", "jsonnetsnippets/status.jaas.metio.wtf");
    borough.settle();
    assertThat(borough.heard.lines)
        .anyMatch(line -> line.startsWith("failed team/dash: ") && line.contains("forbidden"));
    assertThat(borough.events.told()).containsExactly("Normal Synced");
    borough.allow("patch", "jsonnetsnippets/status.jaas.metio.wtf");
    borough.pass(SLOWLY);
    assertThat(borough.status("dash", "observedGeneration")).isEqualTo("2");
    assertThat(borough.events.told()).containsExactly("Normal Synced");
    assertThat(borough.programs.rendered()).hasSize(2);
  }

  @Test
  void aConflictThatDoesNotMatterIsOvercome() {
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.snippet("dash", "[2]");
    borough.programs.meanwhile(() -> label("dash"));
    borough.settle();
    assertThat(borough.status("dash", "observedGeneration")).isEqualTo("2");
    assertThat(borough.programs.rendered()).hasSize(2);
  }

  private void label(String name) {
    var object = borough.find(name).json().deepCopy();
    object.getAsJsonObject("metadata").add("labels", Borough.json("{'a': 'b'}"));
    borough.server.put(ResourceType.SNIPPET, object);
  }

  @Test
  void whatWasRenderedFromAnOlderDescriptionIsDropped() {
    borough.snippet("dash", "[1]");
    borough.settle();
    borough.snippet("dash", "[2]");
    borough.programs.meanwhile(
        () -> {
          borough.programs.meanwhile(() -> {});
          borough.snippet("dash", "[3]");
        });
    borough.settle();
    borough.pass(Duration.ofSeconds(1));
    assertThat(borough.memory.list(new ResourceName("team", "dash"))).hasSize(2);
    assertThat(borough.status("dash", "observedGeneration")).isEqualTo("3");
    assertThat(borough.programs.rendered()).hasSize(3);
  }

  @Test
  void aPassThatTakesTooLongIsEnded() {
    borough.deadline = Duration.ofMillis(50);
    borough.snippet("dash", "endless");
    borough.settle();
    assertRetried("EvaluationTimeout", "the snippet was not published within 50ms");
  }
}
