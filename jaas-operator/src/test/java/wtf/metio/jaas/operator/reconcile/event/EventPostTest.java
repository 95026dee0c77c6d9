// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Reply;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.tenant.MemoryApiServer;
import wtf.metio.jaas.work.SteppingClock;

@Timeout(60)
class EventPostTest {

  private static final KubeObject SNIPPET =
      new KubeObject(
          JsonParser.parseString(
                  """
                  {"metadata": {"namespace": "team", "name": "%s", "uid": "u-1",
                    "resourceVersion": "7"}}
                  """
                      .formatted("d".repeat(253)))
              .getAsJsonObject());

  private final SteppingClock clock = new SteppingClock();
  private final MemoryApiServer server = new MemoryApiServer(clock);
  private final List<String> dropped = new CopyOnWriteArrayList<>();
  private final EventPost post =
      new EventPost(
          server.operator(), "jaas-0", clock, (reason, why) -> dropped.add(reason + ": " + why));

  private static Happening happening(String note) {
    return Happening.warning(ResourceType.SNIPPET, SNIPPET, "RBACDenied", note);
  }

  private static JsonObject event(String note) {
    return EventDocument.of(happening(note), "jaas-0", Instant.parse("2026-01-01T00:00:00.5Z"), 1);
  }

  @Test
  void anEventSaysWhoWhatAndWhen() {
    var event = event("no");
    assertThat(event.get("apiVersion").getAsString()).isEqualTo("events.k8s.io/v1");
    assertThat(event.get("eventTime").getAsString()).isEqualTo("2026-01-01T00:00:00.500000Z");
    assertThat(event.get("reportingController").getAsString()).isEqualTo("jaas-operator");
    assertThat(event.get("reportingInstance").getAsString()).isEqualTo("jaas-0");
    assertThat(event.get("action").getAsString()).isEqualTo("RBACDenied");
    assertThat(event.get("reason").getAsString()).isEqualTo("RBACDenied");
    assertThat(event.get("type").getAsString()).isEqualTo("Warning");
    assertThat(event.getAsJsonObject("regarding").get("uid").getAsString()).isEqualTo("u-1");
    assertThat(event.getAsJsonObject("metadata").get("name").getAsString()).hasSize(253);
  }

  @Test
  void aNoteIsCutToWhatTheServerTakes() {
    var note = event("\u20ac".repeat(1000)).get("note").getAsString();
    assertThat(note.getBytes(StandardCharsets.UTF_8).length).isBetween(1000, 1024);
    assertThat(note).endsWith(" [shortened]");
  }

  @Test
  void twoEventsHaveTwoNames() {
    server.allow(MemoryApiServer.OPERATOR, "create", "events.events.k8s.io", "");
    post.tell(happening("one"));
    post.tell(happening("two"));
    assertThat(post.bringDue()).isEqualTo(2);
    assertThat(dropped).isEmpty();
  }

  @Test
  void whatTheServerDoesNotTakeIsCounted() {
    server.next(new Reply.Unanswered("no answer within 10s"));
    post.tell(happening("one"));
    post.bringDue();
    post.tell(happening("two"));
    post.bringDue();
    assertThat(dropped).hasSize(2);
    assertThat(dropped.getFirst()).isEqualTo("RBACDenied: no answer within 10s");
    assertThat(dropped.getLast()).contains("forbidden");
  }

  @Test
  void onlySoManyWait() {
    for (int i = 0; i < 4100; i++) {
      post.tell(happening("one"));
    }
    assertThat(dropped).hasSize(4);
  }

  @Test
  void whatWaitsIsBroughtBeforeTheEnd() throws InterruptedException {
    server.allow(MemoryApiServer.OPERATOR, "create", "events.events.k8s.io", "");
    post.start();
    for (int i = 0; i < 100; i++) {
      post.tell(happening("one"));
    }
    post.stop(Duration.ofSeconds(30));
    assertThat(server.requests()).hasSize(100);
  }

  @Test
  void aServerThatHangsDoesNotKeepTheProcess() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    InvocationHandler hang =
        (_, _, _) -> {
          asked.countDown();
          try {
            never.await();
          } catch (InterruptedException _) {
            // As a request that is cut off.
          }
          return new Reply.Unanswered("nobody waits for it any more");
        };
    var api =
        (KubeApi)
            Proxy.newProxyInstance(
                KubeApi.class.getClassLoader(), new Class<?>[] {KubeApi.class}, hang);
    var hanging =
        new EventPost(api, "jaas-0", clock, (reason, why) -> dropped.add(reason + ": " + why));
    hanging.start();
    hanging.tell(happening("one"));
    asked.await();
    hanging.tell(happening("two"));
    hanging.tell(happening("three"));

    hanging.stop(Duration.ofMillis(1));

    assertThat(dropped).contains("RBACDenied: this process stops, and 2 events wait");
  }
}
