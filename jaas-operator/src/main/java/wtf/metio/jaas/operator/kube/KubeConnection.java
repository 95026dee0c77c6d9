// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import io.kubernetes.client.openapi.ApiClient;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kubeconfig.Kubeconfig;
import wtf.metio.jaas.operator.kubeconfig.Target;
import wtf.metio.jaas.operator.kubeconfig.UnusableKubeconfigException;

/**
 * All that this process has to do with an API server.
 *
 * <p>Opening asks nothing: an API server that is away now may come later. Requests of all
 * identities share their connections, except that a certificate of the operator is never shown for
 * somebody else. Watches, and each {@link ObjectChannel}, have connections of their own. Any number
 * of threads may use it.
 */
public final class KubeConnection implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Target target;
  private final KubeOptions options;
  private final HttpUrl server;
  private final OkHttpClient operator;
  private final OkHttpClient others;
  private final OkHttpClient watches;
  private final Semaphore turns;
  private final List<OkHttpClient> apart = new CopyOnWriteArrayList<>();

  private KubeConnection(Target target, KubeOptions options, RequestListener listener) {
    this.target = target;
    this.options = options;
    this.server = server(target);
    this.turns = new Semaphore(options.requestsAtOnce(), true);
    var plain = plain(listener);
    this.operator = signed(plain);
    this.others = target.keys().isEmpty() ? plain : connecting(plain, List.of());
    this.watches = apart(operator);
  }

  /**
   * Opens a connection to the API server that the options or the surroundings name.
   *
   * @throws UnusableKubeconfigException if there is none, or it cannot be used
   */
  public static KubeConnection open(KubeOptions options, RequestListener listener) {
    LenientJson.install();
    return new KubeConnection(Kubeconfig.find(options.kubeconfig()), options, listener);
  }

  /** The API server, asked by this process itself. */
  public KubeApi api() {
    return new HttpKubeApi(exchange(operator), new Requests(server, ""));
  }

  /** The API server, asked by whoever a token belongs to. Costs nothing. */
  public KubeApi as(String token) {
    return new HttpKubeApi(exchange(others), new Requests(server, "Bearer " + token));
  }

  /**
   * The client for watches. It waits for answers as long as it takes, and notices within two ping
   * intervals that nobody is there any more.
   */
  public ApiClient watches() {
    var client = new ApiClient(watches);
    client.setBasePath(target.server());
    client.setUserAgent(options.userAgent());
    return client;
  }

  /**
   * An object over connections of its own.
   *
   * @param patience for each request
   */
  public ObjectChannel channel(ResourceType type, ResourceName name, Duration patience) {
    var own = new Exchange(apart(operator), new Semaphore(1, true), patience);
    return new ObjectChannel(own, new Requests(server, ""), type, name);
  }

  /** The namespace that is meant where none is named. */
  public String namespace() {
    return target.namespace();
  }

  /** Where the API server is, for messages to who runs this process. */
  public String address() {
    return target.server();
  }

  /** Ends every request and watch that is under way. */
  @Override
  public void close() {
    end(operator);
    apart.forEach(KubeConnection::end);
  }

  private Exchange exchange(OkHttpClient client) {
    return new Exchange(client, turns, options.requestTimeout());
  }

  private OkHttpClient plain(RequestListener listener) {
    var client =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
            .connectTimeout(CONNECT)
            .readTimeout(Duration.ZERO)
            .writeTimeout(options.requestTimeout())
            .pingInterval(options.pingInterval())
            .followRedirects(false)
            .followSslRedirects(false)
            .addInterceptor(new Naming(options.userAgent()))
            .addInterceptor(new Counting(server, listener));
    if (!target.tlsServerName().isEmpty()) {
      var usual = new OkHttpClient().hostnameVerifier();
      client.hostnameVerifier((_, session) -> usual.verify(target.tlsServerName(), session));
    }
    return connecting(client.build(), target.keys());
  }

  private OkHttpClient connecting(OkHttpClient client, List<KeyManager> keys) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(
          keys.toArray(KeyManager[]::new), new TrustManager[] {target.trust()}, new SecureRandom());
      return client
          .newBuilder()
          .sslSocketFactory(context.getSocketFactory(), target.trust())
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot speak TLS.", e);
    }
  }

  private OkHttpClient signed(OkHttpClient client) {
    return client.newBuilder().addInterceptor(new Signing(target.credential())).build();
  }

  private OkHttpClient apart(OkHttpClient client) {
    var own =
        client
            .newBuilder()
            .connectionPool(new ConnectionPool())
            .dispatcher(new Dispatcher())
            .build();
    apart.add(own);
    return own;
  }

  private static void end(OkHttpClient client) {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
  }

  private static HttpUrl server(Target target) {
    var server = HttpUrl.parse(target.server());
    if (server == null) {
      throw new UnusableKubeconfigException(
          "The address of the API server makes no sense: " + target.server(), null);
    }
    return server;
  }
}
