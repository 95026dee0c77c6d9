// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.testservers.KubeApiServer;
import wtf.metio.jaas.testservers.KubeControllers;

/**
 * A cluster without nodes.
 *
 * <p>Starting one takes about 6 s, so that tests share one as far as they can: each makes {@link
 * #namespace namespaces} of its own. Whoever stops or freezes the server, or changes what is in no
 * namespace, starts one for himself. Any number of threads may use it; {@link #server} belongs to
 * one at a time.
 */
public final class Cluster implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final AtomicReference<@Nullable Cluster> SHARED = new AtomicReference<>();

  private final KubeApiServer server;
  private final HttpClient client;
  private final Api admin;
  private final AccessRules rules;
  private final AtomicInteger names = new AtomicInteger();
  private @Nullable KubeControllers controllers;

  private Cluster(KubeApiServer server) {
    this.server = server;
    // Each request on a connection of its own: a server that is killed takes no others with it.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .sslContext(server.trust())
            .build();
    this.admin = as(new Identity("admin", server.adminToken()));
    this.rules = new AccessRules(admin);
  }

  /** The one that all tests of this JVM share; it ends with the JVM, and nobody closes it. */
  public static Cluster shared() {
    synchronized (SHARED) {
      var shared = SHARED.get();
      if (shared == null) {
        shared = start();
        SHARED.set(shared);
      }
      return shared;
    }
  }

  /** Starts an empty one, or ends the test if a program is missing. */
  public static Cluster start() {
    return new Cluster(KubeApiServer.start());
  }

  /** As {@link #start}, with a log of who writes what we look after. */
  public static Cluster startAudited() {
    return new Cluster(KubeApiServer.startAudited());
  }

  /** From now on namespaces and objects whose owner is gone are removed. */
  public synchronized Cluster withControllers() {
    if (controllers == null) {
      controllers = KubeControllers.start(server);
    }
    return this;
  }

  /** To be stopped, killed, frozen and started again. */
  public KubeApiServer server() {
    return server;
  }

  /** The cluster as seen by somebody who may do everything. */
  public Api admin() {
    return admin;
  }

  /** The cluster as somebody sees it. */
  public Api as(Identity identity) {
    return new Api(client, server.endpoint(), identity);
  }

  /** A kubeconfig file for somebody. */
  public Path kubeconfig(Identity identity) {
    return server.kubeconfig(identity.name(), identity.token());
  }

  /** Applies every object of a text in YAML or JSON, as {@link #apply(Path...)} does. */
  public void apply(String objects) {
    YamlObjects.inText(objects).forEach(this::apply);
  }

  /** Applies every object of files; what they define is served when this returns. */
  public void apply(Path... files) {
    for (var file : files) {
      YamlObjects.inFile(file).forEach(this::apply);
    }
  }

  /** Applies every object of files in a namespace, whatever namespace they name. */
  public void applyIn(String namespace, Path... files) {
    for (var file : files) {
      YamlObjects.inFile(file).forEach(object -> apply(object.in(namespace)));
    }
  }

  /** Makes a namespace whose name nobody else has. */
  public String namespace(String prefix) {
    var name = prefix + "-" + names.incrementAndGet();
    apply(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: %s
        """
            .formatted(name));
    return name;
  }

  /** Makes a service account if there is none of that name, with a token that lasts an hour. */
  public Identity serviceAccount(String namespace, String name) {
    apply(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          namespace: %s
          name: %s
        """
            .formatted(namespace, name));
    var request =
        """
        apiVersion: authentication.k8s.io/v1
        kind: TokenRequest
        spec:
          expirationSeconds: 3600
        """;
    var path = Resource.SERVICE_ACCOUNTS.in(namespace, name) + "/token";
    var token = admin.create(path, request).object().text("/status/token").orElseThrow();
    return Identity.ofServiceAccount(namespace, name, token);
  }

  /** Lets somebody do something in a namespace; they may when this returns. */
  public void grant(Identity who, String namespace, Rule... allowed) {
    rules.grant(who, Optional.of(namespace), nameOfGrant(), List.of(allowed));
  }

  /** Lets somebody do something in the whole cluster; they may when this returns. */
  public void grantEverywhere(Identity who, Rule... allowed) {
    rules.grant(who, Optional.empty(), nameOfGrant(), List.of(allowed));
  }

  /** Whether somebody may do everything that a rule says in a namespace, now. */
  public boolean allows(Identity who, String namespace, Rule rule) {
    return rules.allows(who, Optional.of(namespace), rule);
  }

  /** Whether somebody may do everything that a rule says in the whole cluster, now. */
  public boolean allowsEverywhere(Identity who, Rule rule) {
    return rules.allows(who, Optional.empty(), rule);
  }

  @Override
  public synchronized void close() {
    client.shutdownNow();
    if (controllers != null) {
      controllers.close();
    }
    server.close();
  }

  private String nameOfGrant() {
    return "grant-" + names.incrementAndGet();
  }

  private void apply(KubeObject object) {
    var resource = Resource.ofObject(object);
    admin.apply(resource.of(object), object.toString()).object();
    if (resource.equals(Resource.DEFINITIONS)) {
      Resource.definedBy(object).forEach(this::awaitServed);
    }
  }

  private void awaitServed(Resource resource) {
    Awaiting.until(() -> admin.get(resource.everywhere()), Answer::succeeded);
  }
}
