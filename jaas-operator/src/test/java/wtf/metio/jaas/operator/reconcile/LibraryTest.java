// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;

class LibraryTest {

  private static final String USES_LIB = "'libraries': [{'kind': 'JsonnetLibrary', 'name': 'lib'}]";

  private final Borough borough = new Borough();

  private KubeObject library() {
    return borough.server.find(ResourceType.LIBRARY, Borough.name("lib")).orElseThrow();
  }

  private String status(String field) {
    return Borough.text(library().part("status"), field);
  }

  private JsonObject ready() {
    return Borough.condition(library(), "Ready");
  }

  private String reason() {
    return Borough.text(ready(), "reason");
  }

  private void settle() {
    borough.pass(Duration.ofSeconds(2));
  }

  @Test
  void filesInTheDescriptionAreCountedAndHaveARevision() {
    borough.library("lib", Borough.files("x.libsonnet", "{}"));
    settle();
    assertThat(reason()).isEqualTo("Synced");
    assertThat(Borough.text(ready(), "message")).isEqualTo("1 files");
    assertThat(status("revision")).startsWith("sha256:");
    assertThat(status("users")).isEqualTo("0");
    assertThat(borough.events.told()).containsExactly("Normal Synced");
  }

  @Test
  void aFileThatIsNoProgramIsToldAtTheLibrary() {
    borough.library("lib", Borough.files("x.libsonnet", "syntax"));
    settle();
    assertThat(reason()).isEqualTo("EvaluationFailed");
    assertThat(Borough.text(ready(), "message")).startsWith("x.libsonnet: that is no Jsonnet");
    assertThat(borough.events.told()).containsExactly("Warning EvaluationFailed");
    borough.library("lib", Borough.files("x.libsonnet", "{}"));
    settle();
    assertThat(reason()).isEqualTo("Synced");
  }

  @Test
  void filesAreReadOnceUntilTheyChange() {
    borough.library("lib", Borough.files("x", "[1]"));
    settle();
    borough.snippet("dash", "@lib/x@", USES_LIB);
    settle();
    assertThat(status("users")).isEqualTo("1");
    assertThat(borough.read).hasSize(1);
    borough.library("lib", Borough.files("x", "[2]"));
    settle();
    assertThat(borough.read).hasSize(2);
  }

  @Test
  void aDescriptionThatIsUnclearIsToldAtTheLibrary() {
    borough.library("lib", new JsonObject());
    settle();
    assertThat(reason()).isEqualTo("InvalidSpec");
  }

  @Test
  void usersAreCountedInOneGo() {
    borough.library("lib", Borough.files("x", "[1]"));
    settle();
    borough.server.requests();
    for (int i = 0; i < 5; i++) {
      borough.snippet("dash-" + i, "@lib/x@", USES_LIB);
    }
    settle();
    assertThat(status("users")).isEqualTo("5");
    assertThat(borough.server.requests())
        .filteredOn(request -> request.contains("jsonnetlibraries") && request.startsWith("patch"))
        .hasSize(1);
    borough.snippet("dash-0", "[1]");
    settle();
    assertThat(status("users")).isEqualTo("4");
  }

  @Test
  void aChangedLibraryIsRenderedByItsUsers() {
    borough.library("lib", Borough.files("x", "[1]"));
    borough.snippet("dash", "@lib/x@", USES_LIB);
    settle();
    var before = borough.status("dash", "revision");
    borough.library("lib", Borough.files("x", "[2]"));
    settle();
    assertThat(borough.status("dash", "revision")).isNotEqualTo(before);
  }

  @Test
  void aSourceIsKnownFromUsersAlone() {
    borough.library("lib", Borough.json('{' + Borough.fromRepository("repo") + '}'));
    borough.repository("repo", "1", Map.of("x", "[1]"));
    settle();
    assertThat(reason()).isEqualTo("Pending");
    assertThat(borough.fetched).isEmpty();
    borough.snippet("dash", "@lib/x@", USES_LIB);
    settle();
    assertThat(reason()).as(borough.message("dash")).isEqualTo("Synced");
    assertThat(status("revision")).isNotEmpty();
    assertThat(borough.fetched).hasSize(1);
  }

  @Test
  void aSourceThatUsersMissedIsToldAtTheLibrary() {
    borough.library("lib", Borough.json('{' + Borough.fromRepository("repo") + '}'));
    borough.repository(
        "repo",
        Borough.json(
            "{'observedGeneration': 1, 'conditions': [{'type': 'Ready', 'status': 'False',"
                + " 'reason': 'Failed'}]}"));
    borough.snippet("dash", "@lib/x@", USES_LIB);
    settle();
    assertThat(reason()).isEqualTo("SourceNotReady");
  }

  @Test
  void whatATenantMayNotReadIsNoFaultOfTheLibrary() {
    borough.library("lib", Borough.json('{' + Borough.fromRepository("repo") + '}'));
    borough.repository("repo", "1", Map.of("x", "[1]"));
    borough.server.revoke("team", "renderer", "get", "gitrepositories.source.toolkit.fluxcd.io");
    borough.snippet("dash", "@lib/x@", USES_LIB);
    settle();
    assertThat(borough.reason("dash")).isEqualTo("RBACDenied");
    assertThat(Borough.text(ready(), "status")).isNotEqualTo("True");
    assertThat(reason()).isNotEqualTo("RBACDenied");
  }

  @Test
  void aNewTermDoesNotForgetWhatTheStatusSays() {
    borough.library("lib", Borough.json('{' + Borough.fromRepository("repo") + '}'));
    borough.repository("repo", "1", Map.of("x", "[1]"));
    borough.snippet("dash", "@lib/x@", USES_LIB);
    settle();
    borough.server.requests();
    borough.begin(() -> true);
    settle();
    assertThat(reason()).isEqualTo("Synced");
    assertThat(borough.server.requests()).isEmpty();
  }

  @Test
  void aSourceInAnotherNamespaceIsNotToldAtTheLibrary() {
    borough.library(
        "lib",
        Borough.json(
            "{'sourceRef': {'kind': 'GitRepository', 'name': 'repo', 'namespace': 'other'}}"));
    borough.snippet("dash", "@lib/x@", USES_LIB);
    settle();
    assertThat(reason()).isEqualTo("Pending");
    assertThat(status("revision")).isEmpty();
  }

  @Test
  void anUnchangedLibraryCostsNothing() {
    borough.library("lib", Borough.files("x", "[1]"));
    settle();
    borough.server.requests();
    borough.controllers().libraryChanged(Borough.name("lib"));
    settle();
    assertThat(borough.server.requests()).isEmpty();
  }
}
