// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.http;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.source.urlguard.UrlGuard;

/**
 * Downloads files. Any number of threads may do so at once, each waits for its own.
 *
 * <p>A request carries no credentials and no cookies, takes no proxy whatever the environment says,
 * and every connection is used once.
 */
public final class HttpDownloads implements AutoCloseable {

  private static final int CONNECTIONS = 256;
  private static final int LONGEST_LINE = 16 << 10;
  private static final int MOST_HEADERS = 200;

  private final HttpSettings settings;
  private final UrlGuard guard;
  private final CloseableHttpClient client;
  private final ScheduledThreadPoolExecutor deadlines;

  /** Downloads within these bounds. */
  public HttpDownloads(HttpSettings settings, UrlGuard guard, Names names) {
    this.settings = settings;
    this.guard = guard;
    this.client = client(settings, connections(settings, new GuardedDns(names, guard)));
    this.deadlines =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("source-deadlines").factory());
    deadlines.setRemoveOnCancelPolicy(true);
  }

  /**
   * Downloads a file.
   *
   * @param target takes the bytes as they come; left open
   * @throws UncheckedIOException if the target does not take them
   */
  public Download download(String url, OutputStream target, Cancellation cancellation) {
    return new Hops(client, settings, guard)
        .follow(url, target, new Patience(cancellation, deadlines));
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  private static CloseableHttpClient client(
      HttpSettings settings, PoolingHttpClientConnectionManager connections) {
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(Timeout.of(settings.total()))
                .setConnectionRequestTimeout(Timeout.of(settings.total()))
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setConnectionReuseStrategy((_, _, _) -> false)
        .setUserAgent("jaas")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  // Lines and headers of an answer are bounded: by itself the client reads them without end.
  private static PoolingHttpClientConnectionManager connections(
      HttpSettings settings, GuardedDns dns) {
    var lines =
        Http1Config.custom()
            .setMaxLineLength(LONGEST_LINE)
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxEmptyLineCount(10)
            .build();
    return new WithoutProxy()
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(lines).build())
        .setDnsResolver(dns)
        .setMaxConnTotal(CONNECTIONS)
        .setMaxConnPerRoute(CONNECTIONS)
        .setDefaultSocketConfig(
            SocketConfig.custom().setSoTimeout(Timeout.of(settings.total())).build())
        .setDefaultTlsConfig(
            TlsConfig.custom().setHandshakeTimeout(Timeout.of(settings.dial())).build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom().setConnectTimeout(Timeout.of(settings.dial())).build())
        .build();
  }
}
