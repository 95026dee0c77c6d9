// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static wtf.metio.jaas.operator.kube.Ask.MAP;
import static wtf.metio.jaas.operator.kube.Ask.json;
import static wtf.metio.jaas.operator.kube.Ask.map;
import static wtf.metio.jaas.operator.kube.Ask.refused;
import static wtf.metio.jaas.operator.kube.Ask.sky;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.RequestListener.Request;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Resource;
import wtf.metio.jaas.testservers.cluster.Rule;

@Timeout(300)
class KubeApiIT {

  private static final ConcurrentLinkedQueue<Request> HEARD = new ConcurrentLinkedQueue<>();

  private static Cluster cluster;
  private static KubeConnection connection;

  private KubeApi api;
  private ResourceName name;

  @BeforeAll
  static void connect() {
    cluster = Cluster.shared();
    var options = Ask.options(cluster.server().kubeconfig(), Duration.ofSeconds(30));
    connection = KubeConnection.open(options, HEARD::add);
  }

  @AfterAll
  static void disconnect() {
    connection.close();
  }

  @BeforeEach
  void space() {
    api = connection.api();
    name = new ResourceName(cluster.namespace("kube"), "colours");
  }

  private Reply.Done create() {
    return (Reply.Done) api.create(MAP, name.namespace(), map(name, "blue"));
  }

  @Test
  void whatWasCreatedCanBeRead() {
    var created = create().object();
    assertThat(created.name()).isEqualTo(name);
    assertThat(created.uid()).isNotEmpty();
    assertThat(sky(api.get(MAP, name))).isEqualTo("blue");
  }

  @Test
  void anObjectThatIsNotThereIsRefusedAsSuch() {
    var refused = refused(api.get(MAP, name));
    assertThat(refused.isNotFound()).isTrue();
    assertThat(refused.reason()).isEqualTo("NotFound");
    assertThat(refused.message()).isEqualTo("configmaps \"colours\" not found");
  }

  @Test
  void creatingTwiceIsAConflict() {
    create();
    var refused = refused(api.create(MAP, name.namespace(), map(name, "red")));
    assertThat(refused.isConflict()).isTrue();
    assertThat(refused.reason()).isEqualTo("AlreadyExists");
  }

  @Test
  void mergingChangesAPartOnly() {
    create();
    var reply = api.patch(MAP, name, Patch.merge(json("{\"data\": {\"sea\": \"green\"}}")));
    assertThat(sky(reply)).isEqualTo("blue");
  }

  @Test
  void mergingIntoAnotherVersionThanTheOneReadIsAConflict() {
    create();
    var stale = json("{\"metadata\": {\"resourceVersion\": \"1\"}, \"data\": {\"sky\": \"red\"}}");
    assertThat(refused(api.patch(MAP, name, Patch.merge(stale))).isConflict()).isTrue();
    assertThat(sky(api.get(MAP, name))).isEqualTo("blue");
  }

  @Test
  void applyingCreatesAndTakesOverFromOthers() {
    cluster.admin().apply(Resource.CONFIG_MAPS.in(name.namespace(), "colours"), theirs()).object();
    var reply = (Reply.Done) api.patch(MAP, name, Patch.apply(map(name, "blue")));
    assertThat(sky(reply)).isEqualTo("blue");
    assertThat(reply.object().part("metadata").get("managedFields").toString())
        .contains("\"manager\":\"jaas-operator\",\"operation\":\"Apply\"");
  }

  private String theirs() {
    return map(name, "red").toString();
  }

  @Test
  void applyingTwiceTheSameChangesNothing() {
    var first = (Reply.Done) api.patch(MAP, name, Patch.apply(map(name, "blue")));
    var second = (Reply.Done) api.patch(MAP, name, Patch.apply(map(name, "blue")));
    assertThat(second.object().resourceVersion()).isEqualTo(first.object().resourceVersion());
  }

  @Test
  void replacingNeedsTheVersionThatWasRead() {
    var created = create().object();
    var next = created.json().deepCopy();
    next.getAsJsonObject("data").addProperty("sky", "red");
    assertThat(sky(api.replace(MAP, name, "", next))).isEqualTo("red");
    assertThat(refused(api.replace(MAP, name, "", next)).isConflict()).isTrue();
  }

  @Test
  void theStatusIsWrittenApartFromTheRest() {
    var quota = new ResourceType("", "v1", "resourcequotas", "ResourceQuota");
    var hard =
        "{\"apiVersion\": \"v1\", \"kind\": \"ResourceQuota\", \"metadata\": {\"name\":"
            + " \"colours\"}, \"spec\": {\"hard\": {\"pods\": \"3\"}}}";
    api.create(quota, name.namespace(), json(hard));
    var patch =
        Patch.mergeStatus(json("{\"spec\": null, \"status\": {\"hard\": {\"pods\": \"9\"}}}"));
    var done = (Reply.Done) api.patch(quota, name, patch);
    assertThat(done.object().part("status")).hasToString("{\"hard\":{\"pods\":\"9\"}}");
    assertThat(done.object().part("spec")).hasToString("{\"hard\":{\"pods\":\"3\"}}");
  }

  @Test
  void whatDoesNotFitIsInvalidForGood() {
    var bad = json("{\"metadata\": {\"labels\": {\"a\": \"not a label!\"}}}");
    create();
    var refused = refused(api.patch(MAP, name, Patch.merge(bad)));
    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.reason()).isEqualTo("Invalid");
    assertThat(refused.isPermanent()).isTrue();
  }

  @Test
  void onlyTheOneThatIsMeantIsDeleted() {
    var uid = create().object().uid();
    assertThat(refused(api.delete(MAP, name, "another")).isConflict()).isTrue();
    assertThat(api.delete(MAP, name, uid)).isInstanceOf(Reply.Done.class);
    assertThat(refused(api.get(MAP, name)).isNotFound()).isTrue();
    create();
    assertThat(api.delete(MAP, name, "")).isInstanceOf(Reply.Done.class);
  }

  @Test
  void aTokenIsMintedForAServiceAccountAndActsAsIt() {
    cluster.serviceAccount(name.namespace(), "tenant");
    var account = new ResourceName(name.namespace(), "tenant");
    var request =
        json(
            "{\"apiVersion\": \"authentication.k8s.io/v1\", \"kind\": \"TokenRequest\","
                + " \"spec\": {\"expirationSeconds\": 600}}");
    var reply = api.createFor(ResourceType.SERVICE_ACCOUNT, account, "token", request);
    var token = ((Reply.Done) reply).object().part("status").get("token").getAsString();
    var refused = refused(connection.as(token).get(MAP, name));
    assertThat(refused.isForbidden()).isTrue();
    assertThat(refused.message())
        .contains("system:serviceaccount:" + name.namespace() + ":tenant")
        .contains("cannot get resource \"configmaps\"");
  }

  @Test
  void aTenantSeesWhatItMaySeeAndTheOperatorStaysItself() {
    var tenant = cluster.serviceAccount(name.namespace(), "tenant");
    cluster.grant(tenant, name.namespace(), Rule.on(Resource.CONFIG_MAPS, "get"));
    create();
    var asTenant = connection.as(tenant.token());
    assertThat(sky(asTenant.get(MAP, name))).isEqualTo("blue");
    assertThat(refused(asTenant.delete(MAP, name, "")).isForbidden()).isTrue();
    assertThat(api.delete(MAP, name, "")).isInstanceOf(Reply.Done.class);
  }

  @Test
  void aTokenThatMeansNothingIsUnauthorized() {
    assertThat(refused(connection.as("nonsense").get(MAP, name)).isUnauthorized()).isTrue();
  }

  @Test
  void aKindThatIsNotInstalledIsNotFound() {
    var kind = new ResourceType("nowhere.example", "v1", "things", "Thing");
    assertThat(refused(api.get(kind, name)).isNotFound()).isTrue();
  }

  @Test
  void aNameCannotReachAnotherAddress() {
    create();
    var odd = new ResourceName(name.namespace(), "colours?watch=true");
    assertThat(refused(api.get(MAP, odd)).isNotFound()).isTrue();
  }

  @Test
  void everyRequestIsTold() {
    HEARD.clear();
    api.get(MAP, name);
    create();
    assertThat(HEARD)
        .filteredOn(request -> request.resource().equals("configmaps"))
        .extracting(Request::verb, Request::method, Request::code, Request::failure)
        .containsExactly(tuple("get", "GET", 404, ""), tuple("create", "POST", 201, ""));
    assertThat(HEARD)
        .allMatch(request -> request.took().isPositive())
        .allMatch(request -> connection.address().endsWith(request.host()));
  }
}
