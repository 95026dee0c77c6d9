// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.RunningService;

class MetricsPortTest {

  @TempDir Path folder;

  @Test
  void theNumbersTellOfEvaluationsRequestsAndTheJvm() throws IOException {
    Files.createDirectories(folder.resolve("hello"));
    Files.writeString(folder.resolve("hello/main.jsonnet"), "'hello'");
    try (var service = RunningService.ofSnippets(folder, "--max-concurrent-evals=7")) {
      service.snippet("hello");
      service.snippet("hello");
      service.snippet("missing");
      RunningService.await(
          () ->
              service
                  .get("metrics", "/metrics")
                  .text()
                  .contains("jaas_http_requests_total{outcome=\"snippet_not_found\""));

      assertThat(service.metric("jaas_eval_in_flight")).isZero();
      assertThat(service.metric("jaas_eval_max_concurrent")).isEqualTo(7);
      assertThat(service.metric("jaas_eval_unavailable_total")).isZero();
      assertThat(service.metric("jaas_eval_outstanding_timed_out")).isZero();
      assertThat(service.metric("jaas_http_requests_total{outcome=\"rendered\",status=\"200\"}"))
          .isEqualTo(2);
      assertThat(service.metric("jaas_http_request_duration_seconds_count{outcome=\"rendered\"}"))
          .isEqualTo(2);
      assertThat(service.metric("jaas_http_response_bytes_sum{outcome=\"rendered\"}"))
          .isEqualTo(16);
      assertThat(
              service.metric(
                  "jaas_build_info{commit=\"unknown\",jsonnet=\"v0.22.0\",version=\"development\"}"))
          .isEqualTo(1);
      assertThat(service.get("metrics", "/metrics").text())
          .contains("jvm_memory_used_bytes{", "jvm_threads_live_threads", "process_uptime_seconds");
      assertThat(service.get("metrics", "/metrics").header("Content-Type"))
          .contains("text/plain; version=0.0.4; charset=utf-8");
      assertThat(service.get("metrics", "/").status()).isEqualTo(404);
    }
  }

  @Test
  void noGateMeansAMaximumOfZero() {
    try (var service = RunningService.start("--max-concurrent-evals=0")) {
      assertThat(service.metric("jaas_eval_max_concurrent")).isZero();
    }
  }
}
