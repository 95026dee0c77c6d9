// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
      // The numbers of a request are counted after its answer.
      RunningService.await(
          () ->
              count(service, "jaas_http_requests_total{outcome=\"snippet_not_found\"") == 1
                  && count(service, "jaas_http_requests_total{outcome=\"rendered\"") == 2
                  && count(service, "jaas_http_response_bytes_count{outcome=\"rendered\"") == 2
                  && count(service, "jaas_http_request_duration_seconds_count{outcome=\"rendered")
                      == 2);

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
  void theNumbersTellWhatEvaluationsTookAndWhyTheyFailed() throws IOException {
    snippet("hello", "{ a: import 'x.libsonnet' }");
    Files.writeString(folder.resolve("hello/x.libsonnet"), "std.range(1, 1000)");
    snippet("broken", "error 'no'");
    snippet("wrong", "{");
    try (var service = RunningService.ofSnippets(folder)) {
      service.snippet("hello");
      service.snippet("hello");
      service.snippet("broken");
      service.snippet("wrong");

      assertThat(service.metric("jaas_eval_duration_seconds_count{outcome=\"rendered\"}"))
          .isEqualTo(1);
      assertThat(service.metric("jaas_eval_duration_seconds_count{outcome=\"failed\"}"))
          .isEqualTo(2);
      assertThat(service.metric("jaas_eval_failures_total{reason=\"runtime\"}")).isEqualTo(1);
      assertThat(service.metric("jaas_eval_failures_total{reason=\"syntax\"}")).isEqualTo(1);
      assertThat(service.metric("jaas_eval_failures_total{reason=\"limit\"}")).isZero();
      assertThat(service.metric("jaas_eval_steps_count")).isEqualTo(3);
      assertThat(service.metric("jaas_eval_steps_sum")).isBetween(10.0, 10_000.0);
      assertThat(service.metric("jaas_eval_allocated_bytes_sum")).isGreaterThan(10_000);
      assertThat(phases(service)).isPositive().isLessThanOrEqualTo(durations(service));
      assertThat(service.metric("jaas_eval_import_seconds_total"))
          .isPositive()
          .isLessThan(durations(service));
      assertThat(service.metric("jaas_eval_memory_ended_total")).isZero();
      assertThat(service.metric("jaas_eval_queue_wait_seconds_count")).isEqualTo(3);
      assertThat(service.metric("jaas_result_cache_hits_total")).isEqualTo(1);
      assertThat(service.metric("jaas_result_cache_misses_total")).isEqualTo(3);
      assertThat(service.metric("jaas_result_cache_entries")).isEqualTo(1);
      assertThat(service.metric("jaas_program_cache_entries")).isGreaterThanOrEqualTo(3);
      assertThat(service.metric("jaas_program_cache_bytes")).isPositive();
    }
  }

  /** The value of the series that begins so; zero if there is none yet. */
  private static double count(RunningService service, String begin) {
    return service
        .get("metrics", "/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith(begin))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static double phases(RunningService service) {
    return Stream.of("parse", "evaluate", "manifest")
        .mapToDouble(
            phase -> service.metric("jaas_eval_phase_seconds_total{phase=\"" + phase + "\"}"))
        .sum();
  }

  private static double durations(RunningService service) {
    return Stream.of("rendered", "failed")
        .mapToDouble(
            outcome ->
                service.metric("jaas_eval_duration_seconds_sum{outcome=\"" + outcome + "\"}"))
        .sum();
  }

  private void snippet(String name, String program) throws IOException {
    Files.createDirectories(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("main.jsonnet"), program);
  }

  @Test
  void noGateMeansAMaximumOfZero() {
    try (var service = RunningService.start("--max-concurrent-evals=0")) {
      assertThat(service.metric("jaas_eval_max_concurrent")).isZero();
    }
  }
}
