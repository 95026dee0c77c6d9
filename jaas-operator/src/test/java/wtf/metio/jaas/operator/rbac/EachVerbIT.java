// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.rbac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;

/**
 * The shipped roles allow what is needed: without any verb of them something fails. Those of the
 * operator allow nothing else; that of tenants is promised to them as it is.
 */
@Timeout(1800)
class EachVerbIT {

  private static final int AT_ONCE = 6;

  /** Whoever looks after some namespaces need not see what is left of it in others. */
  private static final String ELSEWHERE = "refused: list jsonnetsnippets.jaas.metio.wtf";

  /** The second way to announce, and what nobody of us needs. */
  private static final Set<String> PROMISED =
      Set.of("jaas-tenant: update externalartifacts", "jaas-tenant: list jsonnetlibraries");

  private static final List<Grant> SHIPPED = Grant.shipped();
  private static final Map<String, Probe> PROBES = probes();

  private static Cluster cluster;
  private static ExecutorService runs;

  /**
   * How the lack of a verb shows.
   *
   * @param complaint how the line begins that says so
   * @param before done before the operator starts
   * @param after done when it has been started
   */
  private record Probe(String complaint, Consumer<Parish> before, Consumer<Parish> after) {

    Probe(String complaint) {
      this(complaint, it -> {}, it -> {});
    }

    Probe after(Consumer<Parish> action) {
      return new Probe(complaint, before, action);
    }

    Probe before(Consumer<Parish> action) {
      return new Probe(complaint, action, after);
    }
  }

  private static Map<String, Probe> probes() {
    var probes = new HashMap<String, Probe>();
    ofOwnKinds(probes);
    ofTheCluster(probes);
    ofTheLease(probes);
    ofTenants(probes);
    return probes;
  }

  private static void ofOwnKinds(Map<String, Probe> probes) {
    for (var kind : List.of("jsonnetsnippets", "jsonnetlibraries")) {
      probes.put("jaas-operator-tenants: list " + kind, new Probe("watch interrupted"));
      probes.put("jaas-operator-tenants: watch " + kind, new Probe("watch interrupted"));
    }
    probes.put(
        "jaas-operator-tenants: get jsonnetsnippets", new Probe("pass failed").after(Parish::hide));
    probes.put("jaas-operator-tenants: get jsonnetlibraries", new Probe("library not written"));
    probes.put("jaas-operator-tenants: patch jsonnetsnippets", new Probe("pass failed"));
    probes.put("jaas-operator-tenants: patch jsonnetsnippets/status", new Probe("pass failed"));
    probes.put(
        "jaas-operator-tenants: patch jsonnetlibraries/status", new Probe("library not written"));
  }

  private static void ofTheCluster(Map<String, Probe> probes) {
    for (var kind : List.of("gitrepositories", "ocirepositories", "buckets", "externalartifacts")) {
      probes.put("jaas-operator-tenants: list " + kind, new Probe("watch interrupted"));
      probes.put("jaas-operator-tenants: watch " + kind, new Probe("watch interrupted"));
    }
    probes.put(
        "jaas-operator-tenants: get externalartifacts",
        new Probe("pass failed").after(Parish::replace));
    probes.put(
        "jaas-operator-tenants: create serviceaccounts/token",
        new Probe("snippet not ready, RBACDenied"));
    probes.put("jaas-operator-tenants: create events", new Probe("event dropped"));
    for (var verb : List.of("list", "watch")) {
      probes.put(
          "jaas-operator-cluster: " + verb + " customresourcedefinitions",
          new Probe("watch interrupted"));
    }
  }

  private static void ofTheLease(Map<String, Probe> probes) {
    for (var verb : List.of("get", "create", "update")) {
      probes.put("jaas-operator: " + verb + " leases", new Probe("lease not written"));
    }
    // Whoever is not told has to look, and takes over later.
    probes.put(
        "jaas-operator: watch leases",
        new Probe("refused: watch leases")
            .before(Parish::holdLease)
            .after(parish -> parish.awaitRequests("get leases.coordination.k8s.io", 4)));
  }

  private static void ofTenants(Map<String, Probe> probes) {
    for (var what :
        List.of(
            "get gitrepositories",
            "get ocirepositories",
            "get buckets",
            "get externalartifacts",
            "get jsonnetlibraries",
            "create externalartifacts",
            "patch externalartifacts/status")) {
      probes.put("jaas-tenant: " + what, new Probe("snippet not ready, RBACDenied"));
    }
    probes.put(
        "jaas-tenant: patch externalartifacts",
        new Probe("snippet not ready, RBACDenied").after(Parish::relabel));
  }

  @BeforeAll
  static void define() {
    cluster = Cluster.shared();
    Installation.in(cluster);
    runs = Executors.newFixedThreadPool(AT_ONCE);
  }

  @AfterAll
  static void stop() {
    runs.shutdownNow();
  }

  @Test
  void nothingIsGrantedTwice() {
    assertThat(SHIPPED).filteredOn(grant -> !grant.isOfTenants()).doesNotHaveDuplicates();
  }

  @Test
  void whatEachVerbIsForIsShown() {
    var shown = new HashSet<>(PROBES.keySet());
    shown.addAll(PROMISED);

    assertThat(shown).isEqualTo(new HashSet<>(SHIPPED.stream().map(Grant::toString).toList()));
  }

  @Test
  void nothingIsRefusedToThoseWhoHaveAllOfThem() throws InterruptedException {
    try (var parish = new Parish(cluster, SHIPPED).start()) {
      parish.replace();
      parish.relabel();
      parish.hide();
      Awaiting.until("the former archive is removed", () -> parish.stored("dash") == 1);
      parish.awaitRequests("get jsonnetsnippets.jaas.metio.wtf", 1);
      parish.awaitRequests("get jsonnetlibraries.jaas.metio.wtf", 2);
      parish.awaitRequests("create events.events.k8s.io", 2);
      parish.awaitComplaint("snippet not ready, SourceFetchFailed", "Bucket");
      assertThat(parish.heard.complaints)
          .filteredOn(line -> line.startsWith("refused"))
          .allMatch(ELSEWHERE::equals);
    }
  }

  @TestFactory
  Stream<DynamicTest> withoutAVerbSomethingFails() {
    var started =
        SHIPPED.stream()
            .distinct()
            .filter(grant -> PROBES.containsKey(grant.toString()))
            .map(grant -> Map.entry(grant, runs.submit(() -> missed(grant))))
            .toList();
    return started.stream()
        .map(run -> dynamicTest(run.getKey().toString(), () -> await(run.getValue())));
  }

  private static void await(Future<?> run) throws Throwable {
    try {
      run.get();
    } catch (ExecutionException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static Void missed(Grant missing) throws InterruptedException {
    var probe = PROBES.get(missing.toString());
    var others = SHIPPED.stream().filter(grant -> !isWithout(missing, grant)).toList();
    try (var parish = new Parish(cluster, others)) {
      probe.before().accept(parish);
      parish.start();
      probe.after().accept(parish);
      parish.awaitComplaint(
          probe.complaint(), probe.complaint().startsWith("refused") ? "" : missing.complaint());
      return null;
    }
  }

  /** Whoever may update needs no patch; so that it is missed, both are taken away. */
  private static boolean isWithout(Grant missing, Grant grant) {
    boolean otherWay = grant.toString().equals("jaas-tenant: update externalartifacts");
    return grant.equals(missing)
        || (otherWay && missing.toString().equals("jaas-tenant: patch externalartifacts"));
  }
}
