// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.operator.kube.Ask.MAP;
import static wtf.metio.jaas.operator.kube.Ask.map;
import static wtf.metio.jaas.operator.kube.Ask.sky;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Cluster;

@Timeout(300)
class TroubledServerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static Cluster cluster;
  private static KubeConnection connection;

  private KubeApi api;
  private ResourceName name;

  @BeforeAll
  static void start() {
    cluster = Cluster.start();
    var options = Ask.options(cluster.server().kubeconfig(), PATIENCE);
    connection = KubeConnection.open(options, RequestListener.NONE);
  }

  @AfterAll
  static void stop() {
    connection.close();
    cluster.close();
  }

  @BeforeEach
  void space() {
    api = connection.api();
    name = new ResourceName(cluster.namespace("kube"), "colours");
    cluster.apply(map(name, "blue").toString());
  }

  private void awaitAnswer() {
    Awaiting.until(() -> api.get(MAP, name), Reply.Done.class::isInstance);
  }

  @Test
  void aServerThatHangsIsUnansweredInTimeAndAnswersAgainLater() {
    awaitAnswer();
    cluster.server().freeze();
    long begun = System.nanoTime();
    var reply = api.get(MAP, name);
    var took = Duration.ofNanos(System.nanoTime() - begun);
    cluster.server().thaw();
    assertThat(reply).isEqualTo(new Reply.Unanswered("The API server did not answer in time."));
    assertThat(took).isBetween(PATIENCE.dividedBy(2), PATIENCE.multipliedBy(10));
    awaitAnswer();
  }

  @Test
  void aServerThatIsGoneCannotBeReachedAndIsFoundAgain() {
    awaitAnswer();
    cluster.server().kill();
    assertThat(api.get(MAP, name)).isInstanceOf(Reply.Unanswered.class);
    var second = (Reply.Unanswered) api.get(MAP, name);
    cluster.server().restart();
    assertThat(second.message()).isEqualTo("The API server cannot be reached.");
    awaitAnswer();
    assertThat(sky(api.get(MAP, name))).isEqualTo("blue");
  }

  @Test
  void anObjectIsReadWrittenAndWatchedOverAChannel() throws InterruptedException {
    var channel = connection.channel(MAP, name, Duration.ofSeconds(30));
    var object = ((Reply.Done) channel.read()).object();
    assertThat(channel.servedAt()).isPresent();
    var told = new ArrayBlockingQueue<String>(9);
    var ended = new CountDownLatch(1);
    try (var _ =
        channel.watch(
            object.resourceVersion(),
            changed -> told.add(changed.part("data").get("sky").getAsString()),
            ended::countDown)) {
      var next = object.json().deepCopy();
      next.getAsJsonObject("data").addProperty("sky", "red");
      assertThat(sky(channel.replace(next))).isEqualTo("red");
      assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("red");
      assertThat(ended.getCount()).isEqualTo(1);
    }
    assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aWatchEndsWhenTheServerSaysNothingMore() throws InterruptedException {
    var channel = connection.channel(MAP, name, Duration.ofSeconds(30));
    var object = ((Reply.Done) channel.read()).object();
    var ended = new CountDownLatch(1);
    channel.watch(object.resourceVersion(), _ -> {}, ended::countDown);
    cluster.server().freeze();
    boolean noticed = ended.await(60, TimeUnit.SECONDS);
    cluster.server().thaw();
    assertThat(noticed).isTrue();
    awaitAnswer();
  }
}
