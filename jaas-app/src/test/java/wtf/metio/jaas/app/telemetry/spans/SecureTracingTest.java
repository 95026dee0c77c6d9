// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.RunningService;

/** Spans over TLS, which is what there is without {@code --tracing-insecure}. */
class SecureTracingTest {

  @TempDir Path folder;

  private Certificate server;
  private Certificate client;

  @BeforeEach
  void makeCertificates() throws Exception {
    server = Certificate.make(folder, "server");
    client = Certificate.make(folder, "client");
  }

  private SslContext context(ClientAuth auth) throws IOException {
    return GrpcSslContexts.forServer(server.certificate().toFile(), server.key().toFile())
        .trustManager(client.certificate().toFile())
        .clientAuth(auth)
        .build();
  }

  private static void request(Receiver receiver, Map<String, String> variables) {
    try (var service =
        RunningService.start(variables, List.of("--tracing-endpoint=" + receiver.endpoint()))) {
      service.snippet("missing");
    }
  }

  @Test
  void aReceiverIsTrustedByItsCertificate() throws Exception {
    var context = context(ClientAuth.NONE);
    try (var receiver = new Receiver(builder -> builder.sslContext(context))) {
      request(receiver, Map.of("OTEL_EXPORTER_OTLP_CERTIFICATE", server.certificate().toString()));

      assertThat(receiver.spans()).hasSize(1);
    }
  }

  @Test
  void aReceiverThatAsksForACertificateGetsOurs() throws Exception {
    var context = context(ClientAuth.REQUIRE);
    try (var receiver = new Receiver(builder -> builder.sslContext(context))) {
      request(
          receiver,
          Map.of(
              "OTEL_EXPORTER_OTLP_TRACES_CERTIFICATE", server.certificate().toString(),
              "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", client.certificate().toString(),
              "OTEL_EXPORTER_OTLP_CLIENT_KEY", client.key().toString()));

      assertThat(receiver.spans()).hasSize(1);
    }
  }

  @Test
  void aReceiverThatNobodyVouchesForGetsNothing() throws Exception {
    var context = context(ClientAuth.NONE);
    try (var receiver = new Receiver(builder -> builder.sslContext(context))) {
      request(receiver, Map.of("OTEL_EXPORTER_OTLP_TIMEOUT", "500"));

      assertThat(receiver.spans()).isEmpty();
    }
  }

  @Test
  void aCertificateThatCannotBeReadIsWarnedOf() {
    try (var receiver = new Receiver();
        var service =
            RunningService.start(
                Map.of("OTEL_EXPORTER_OTLP_CERTIFICATE", "/does/not/exist"),
                List.of("--log-format=text", "--tracing-endpoint=" + receiver.endpoint()))) {
      assertThat(service.log()).contains(" variable=OTEL_EXPORTER_OTLP_CERTIFICATE\n");
    }
  }
}
