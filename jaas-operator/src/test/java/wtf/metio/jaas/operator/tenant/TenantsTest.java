// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Patch;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.tenant.TenantAccess.Access;
import wtf.metio.jaas.work.SteppingClock;

@Timeout(60)
class TenantsTest implements TenantListener {

  private static final Tenant TENANT = new Tenant("team", "renderer");
  private static final ResourceName LIBRARY = new ResourceName("team", "lib");
  private static final String MINT = "create /api/v1/namespaces/team/serviceaccounts/renderer";
  private static final String READ =
      "get /apis/jaas.metio.wtf/v1/namespaces/team/jsonnetlibraries/lib";

  private final SteppingClock clock = new SteppingClock();
  private final MemoryApiServer server = new MemoryApiServer(clock);
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger mints = new AtomicInteger();
  private final Tenants tenants = new Tenants(server.operator(), server::withToken, clock, this);

  @Override
  public void minted(Tenant tenant) {
    mints.incrementAndGet();
  }

  @Override
  public void mintFailed(Tenant tenant, String message) {
    failures.add(tenant.namespace() + '/' + tenant.serviceAccount());
  }

  @BeforeEach
  void aLibraryOfTheTeam() {
    server.tenant("team", "renderer");
    var metadata = new JsonObject();
    metadata.addProperty("namespace", "team");
    metadata.addProperty("name", "lib");
    var library = new JsonObject();
    library.add("metadata", metadata);
    server.put(ResourceType.LIBRARY, library);
  }

  private Reply read() {
    return granted(tenants).get(ResourceType.LIBRARY, LIBRARY);
  }

  private static KubeApi granted(Tenants tenants) {
    return ((Access.Granted) tenants.as(TENANT)).api();
  }

  private static Access.Denied denied(Access access) {
    return (Access.Denied) access;
  }

  @Test
  void oneTokenServesManyReads() {
    assertThat(read()).isInstanceOf(Reply.Done.class);
    assertThat(read()).isInstanceOf(Reply.Done.class);

    assertThat(server.requests()).containsExactly(MINT, READ, READ);
  }

  @Test
  void aTokenIsReplacedFiveMinutesBeforeItsEnd() {
    read();
    clock.pass(Duration.ofMinutes(55).minusSeconds(1));
    read();
    assertThat(server.requests()).containsExactly(MINT, READ, READ);

    clock.pass(Duration.ofSeconds(1));
    read();
    assertThat(server.requests()).containsExactly(MINT, READ);
  }

  @Test
  void aShortTokenIsUsedForTwoThirdsOfItsTime() {
    server.tokensLast(Duration.ofMinutes(9));
    read();
    clock.pass(Duration.ofMinutes(6).minusSeconds(1));
    read();
    assertThat(server.requests()).containsExactly(MINT, READ, READ);

    clock.pass(Duration.ofSeconds(1));
    read();
    assertThat(server.requests()).containsExactly(MINT, READ);
  }

  @Test
  void aTokenThatIsNotAcceptedIsReplacedAndTheCallMadeAgain() {
    read();
    server.account("team", "renderer");

    assertThat(read()).isInstanceOf(Reply.Done.class);
    assertThat(server.requests()).containsExactly(MINT, READ, READ, MINT, READ);
  }

  @Test
  void whoeverHoldsOnToHisAccessGoesOnWithTheNewToken() {
    var api = granted(tenants);
    server.account("team", "renderer");
    api.get(ResourceType.LIBRARY, LIBRARY);
    server.requests();

    assertThat(api.get(ResourceType.LIBRARY, LIBRARY)).isInstanceOf(Reply.Done.class);
    assertThat(server.requests()).containsExactly(READ);
  }

  @Test
  void aSecondRefusalSaysThatTheAccountMayBeGone() {
    var unauthorized = new Reply.Refused(401, "Unauthorized", "Unauthorized");
    var second = new Tenants(server.operator(), _ -> new Refusing(unauthorized), clock, this);

    assertThat(granted(second).get(ResourceType.LIBRARY, LIBRARY))
        .isEqualTo(
            new Reply.Refused(
                401,
                "Unauthorized",
                "Unauthorized (a freshly minted token for ServiceAccount team/renderer was refused"
                    + " too \u2014 the ServiceAccount may no longer exist, or its namespace is"
                    + " terminating)"));
  }

  @Test
  void aRefusedTokenWhoseAccountIsGoneSaysSo() {
    var api = granted(tenants);
    server.deleteAccount("team", "renderer");

    assertThat(api.get(ResourceType.LIBRARY, LIBRARY))
        .isEqualTo(
            new Reply.Refused(
                401,
                "Unauthorized",
                "Unauthorized (re-minting a token for ServiceAccount team/renderer failed:"
                    + " ServiceAccount \"renderer\" not found in \"team\")"));
  }

  @Test
  void aMissingAccountIsSaidAndCountedAndFoundAsSoonAsItIsThere() {
    server.deleteAccount("team", "renderer");

    assertThat(denied(tenants.as(TENANT)))
        .isEqualTo(
            new Access.Denied(
                Reason.SERVICE_ACCOUNT_MISSING,
                "ServiceAccount \"renderer\" not found in \"team\"",
                Retry.WITH_BACKOFF));
    assertThat(failures).containsExactly("team/renderer");
    assertThat(tenants.size()).isZero();

    server.account("team", "renderer");
    assertThat(tenants.as(TENANT)).isInstanceOf(Access.Granted.class);
  }

  @Test
  void aRefusalThatNoTimeHelpsIsADenialThatNamesWhatWeLack() {
    server.deny(MemoryApiServer.OPERATOR, "create", "serviceaccounts/token", "");

    var denied = denied(tenants.as(TENANT));

    assertThat(denied.reason()).isEqualTo(Reason.RBAC_DENIED);
    assertThat(denied.retry()).isEqualTo(Retry.SLOWLY);
    assertThat(denied.message())
        .startsWith(
            "RBAC denied minting the tenant SA token \u2014 grant the tenant ServiceAccount the"
                + " missing verb. ServiceAccount jaas-system/jaas needs verb \"create\" on"
                + " \"serviceaccounts/token\" in namespace \"team\": ");
  }

  @Test
  void aServerThatIsBusyIsAskedAgainSoon() {
    server.next(new Reply.Refused(503, "ServiceUnavailable", "later"));

    assertThat(denied(tenants.as(TENANT)))
        .isEqualTo(
            new Access.Denied(
                Reason.SOURCE_FETCH_FAILED,
                "minting the tenant SA token could not be completed: later",
                Retry.WITH_BACKOFF));
    assertThat(tenants.as(TENANT)).isInstanceOf(Access.Granted.class);
  }

  @Test
  void anAnswerWithoutATokenIsNoToken() {
    server.next(new Reply.Done(new KubeObject(new JsonObject())));

    assertThat(denied(tenants.as(TENANT)).retry()).isEqualTo(Retry.WITH_BACKOFF);
  }

  @Test
  void withoutAnAccountNobodyIsAsked() {
    assertThat(denied(tenants.as(new Tenant("team", ""))).message())
        .isEqualTo("neither spec.serviceAccountName nor --default-service-account is set");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../other/serviceaccounts/admin",
        "..%2f..%2fother",
        "renderer/token?x=",
        "renderer?dryRun=All",
        "renderer#",
        "Renderer",
        "renderer ",
        "a..b",
        "-a",
        "\u0000"
      })
  void aNameThatNoAccountCanHaveNeverReachesTheServer(String name) {
    var denied = denied(tenants.as(new Tenant("team", name)));

    assertThat(denied.reason()).isEqualTo(Reason.SERVICE_ACCOUNT_MISSING);
    assertThat(denied.message()).doesNotContain(name);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aForgottenTenantIsAskedForAgain() {
    read();
    tenants.forget(TENANT);
    assertThat(tenants.size()).isZero();
    read();

    assertThat(server.requests()).containsExactly(MINT, READ, MINT, READ);
  }

  @Test
  void tokensThatHaveExpiredAreDroppedWhenOthersAreMade() {
    IntStream.range(0, 50)
        .forEach(
            number -> {
              server.account("team", "account-" + number);
              tenants.as(new Tenant("team", "account-" + number));
            });
    assertThat(tenants.size()).isEqualTo(50);
    clock.pass(Duration.ofHours(1));

    tenants.as(TENANT);

    await(() -> tenants.size() == 1);
  }

  @Test
  void manyWhoWantOneTokenCauseOneRequest() throws Exception {
    var gate = new Gate(server.operator());
    var patient = new Tenants(gate, server::withToken, clock, this);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 20).mapToObj(_ -> callers.submit(() -> patient.as(TENANT))).toList();
      gate.arrived.await();
      gate.open.countDown();
      for (Future<Access> access : all) {
        assertThat(access.get()).isInstanceOf(Access.Granted.class);
      }
    }
    assertThat(gate.passed).hasValue(1);
  }

  @Test
  void aTokenThatWasForgottenWhileItWasMadeIsNotKept() throws Exception {
    var gate = new Gate(server.operator());
    var patient = new Tenants(gate, server::withToken, clock, this);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = callers.submit(() -> patient.as(TENANT));
      gate.arrived.await();
      patient.forget(TENANT);
      gate.open.countDown();

      assertThat(first.get()).isInstanceOf(Access.Granted.class);
      assertThat(patient.size()).isZero();
    }
    patient.as(TENANT);
    assertThat(gate.passed).hasValue(2);
  }

  @Test
  void aCallerWhoGivesUpDoesNotEndTheRequestOfOthers() throws Exception {
    var gate = new Gate(server.operator());
    var patient = new Tenants(gate, server::withToken, clock, this);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var impatient = new CountDownLatch(1);
      var thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    if (patient.as(TENANT) instanceof Access.Denied) {
                      impatient.countDown();
                    }
                  });
      gate.arrived.await();
      var other = callers.submit(() -> patient.as(TENANT));
      thread.interrupt();
      impatient.await();
      gate.open.countDown();

      assertThat(other.get()).isInstanceOf(Access.Granted.class);
    }
    assertThat(gate.passed).hasValue(1);
  }

  @Test
  void aServerThatNeverAnswersIsNotWaitedForForever() throws Exception {
    var gate = new Gate(server.operator());
    var requests = new TokenRequests(gate, server::withToken, clock);
    var hasty = new Tenants(requests, clock, this, Duration.ofMillis(50));

    var denied = denied(hasty.as(TENANT));

    assertThat(denied.reason()).isEqualTo(Reason.SOURCE_FETCH_FAILED);
    assertThat(denied.message()).contains("no token within");
    await(() -> failures.size() == 1);
    gate.open.countDown();
  }

  @Test
  void aTokenStandsInNoText() {
    read();
    assertThat(tenants.as(TENANT).toString() + tenants).doesNotContain("token");
  }

  private static void await(BooleanSupplier wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!wanted.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  /** Lets nobody through until it is opened. */
  private static final class Gate extends Refusing {

    final CountDownLatch arrived = new CountDownLatch(1);
    final CountDownLatch open = new CountDownLatch(1);
    final AtomicInteger passed = new AtomicInteger();
    private final KubeApi behind;

    Gate(KubeApi behind) {
      super(new Reply.Unanswered("not here"));
      this.behind = behind;
    }

    @Override
    public Reply createFor(
        ResourceType type, ResourceName name, String subresource, JsonObject object) {
      passed.incrementAndGet();
      arrived.countDown();
      try {
        open.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return behind.createFor(type, name, subresource, object);
    }
  }

  /** Answers everything alike. */
  private static class Refusing implements KubeApi {

    private final Reply reply;

    Refusing(Reply reply) {
      this.reply = reply;
    }

    @Override
    public Reply get(ResourceType type, ResourceName name) {
      return reply;
    }

    @Override
    public Reply create(ResourceType type, String namespace, JsonObject object) {
      return reply;
    }

    @Override
    public Reply patch(ResourceType type, ResourceName name, Patch patch) {
      return reply;
    }

    @Override
    public Reply createFor(
        ResourceType type, ResourceName name, String subresource, JsonObject object) {
      return reply;
    }

    @Override
    public Reply replace(
        ResourceType type, ResourceName name, String subresource, JsonObject object) {
      return reply;
    }

    @Override
    public Reply delete(ResourceType type, ResourceName name, String uid) {
      return reply;
    }
  }
}
