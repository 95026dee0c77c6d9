// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.Values;
import wtf.metio.jaas.app.text.GoText;
import wtf.metio.jaas.domain.notation.GoDuration;
import wtf.metio.jaas.jsonnet.gotext.GoNumbers;

/** What is wrong with settings that are well written, in the order and words of the reference. */
final class SettingsChecks {

  private static final List<Flag<Integer>> COUNTS =
      List.of(
          EvaluationSettings.MAX_STACK,
          EvaluationSettings.MAX_CONCURRENT,
          OperatorFlags.RERENDER_BURST);

  private static final List<Flag<String>> PORTS =
      List.of(RenderSettings.PORT, ManagementSettings.PORT, StorageFlags.PORT);

  private static final List<Flag<Duration>> DURATIONS =
      List.of(
          RenderSettings.WRITE_TIMEOUT,
          RenderSettings.READ_TIMEOUT,
          ManagementSettings.WRITE_TIMEOUT,
          ManagementSettings.READ_TIMEOUT,
          EvaluationSettings.TIMEOUT,
          LifecycleSettings.SHUTDOWN_DELAY,
          LifecycleSettings.WARM_UP,
          DirectorySettings.REMOVAL_GRACE,
          OperatorFlags.MAX_WITHDRAW_WAIT,
          OperatorFlags.ARTIFACT_GC_GRACE,
          StorageFlags.READ_TIMEOUT,
          StorageFlags.WRITE_TIMEOUT,
          StorageFlags.SWEEP_INTERVAL,
          StorageFlags.SWEEP_MAX_TMP_AGE,
          WebhookFlags.CERT_VALIDITY,
          QueueSettings.TIMEOUT);

  private final Values values;
  private final List<String> problems = new ArrayList<>();

  private SettingsChecks(Values values) {
    this.values = values;
  }

  static List<String> problems(Values values) {
    var checks = new SettingsChecks(values);
    checks.combinations();
    checks.numbers();
    checks.addresses();
    checks.durations();
    checks.choices();
    checks.problems.addAll(ExternalVariableSettings.problems(values));
    checks.operator();
    checks.notThereYet();
    return checks.problems;
  }

  private void combinations() {
    var operator = values.get(OperatorFlags.ENABLE);
    if (values.get(WebhookFlags.ENABLE) && !operator) {
      problems.add("--enable-webhook requires --enable-flux-integration");
    }
    if (values.get(McpFlags.ENABLE) && !operator) {
      problems.add("--enable-mcp requires --enable-flux-integration");
    }
    if (values.get(McpFlags.ALLOW_MUTATIONS) && !values.get(McpFlags.ENABLE)) {
      problems.add("--mcp-allow-mutations requires --enable-mcp");
    }
  }

  private void numbers() {
    COUNTS.forEach(flag -> notBelow(0, flag, values.get(flag)));
    notBelow(0, OperatorFlags.MAX_ARTIFACT_BYTES, values.get(OperatorFlags.MAX_ARTIFACT_BYTES));
    notBelow(0, EvaluationSettings.MAX_STEPS, values.get(EvaluationSettings.MAX_STEPS));
    notBelow(
        1, EvaluationSettings.MAX_SOURCE_BYTES, values.get(EvaluationSettings.MAX_SOURCE_BYTES));
    notBelow(
        1, EvaluationSettings.MAX_OUTPUT_BYTES, values.get(EvaluationSettings.MAX_OUTPUT_BYTES));
    notBelow(1, DirectorySettings.WORKERS, values.get(DirectorySettings.WORKERS));
    notBelow(0, QueueSettings.MAXIMUM, values.get(QueueSettings.MAXIMUM));
    notBelow(0, SourceFlags.CACHE_BYTES, values.get(SourceFlags.CACHE_BYTES));
    notBelow(0, CacheSettings.RESULT_BYTES, values.get(CacheSettings.RESULT_BYTES));
    notBelow(0, CacheSettings.PROGRAM_BYTES, values.get(CacheSettings.PROGRAM_BYTES));
  }

  private void notBelow(long least, Flag<?> flag, long value) {
    if (value < least) {
      problems.add(flag + " must be >= " + least + ", got " + value);
    }
  }

  private void addresses() {
    for (var flag : PORTS) {
      if (!HostPort.isPort(values.get(flag))) {
        problems.add(
            flag + " must be an integer in 1..65535, got " + GoText.quote(values.get(flag)));
      }
    }
    int webhook = values.get(WebhookFlags.PORT);
    if (webhook < 1 || webhook > 65535) {
      problems.add(WebhookFlags.PORT + " must be in 1..65535, got " + webhook);
    }
    if (!values.get(MetricsSettings.BIND_ADDRESS).equals(MetricsSettings.OFF)) {
      hostAndPort(MetricsSettings.BIND_ADDRESS);
    }
    if (values.get(McpFlags.ENABLE)) {
      hostAndPort(McpFlags.BIND_ADDRESS);
    }
    var path = values.get(RenderSettings.ENDPOINT_PATH);
    if (!path.matches("[A-Za-z0-9._-]+")) {
      problems.add(
          RenderSettings.ENDPOINT_PATH
              + " must be a single non-empty path segment matching [A-Za-z0-9._-], got "
              + GoText.quote(path));
    }
  }

  private void hostAndPort(Flag<String> flag) {
    var text = values.get(flag);
    var address = HostPort.parse(text);
    if (address.isEmpty()) {
      problems.add(
          flag + " must be a host:port address (e.g. \":8083\"), got " + GoText.quote(text));
    } else if (!HostPort.isPort(address.get().port())) {
      problems.add(flag + " port must be an integer in 1..65535, got " + GoText.quote(text));
    }
  }

  private void durations() {
    for (var flag : DURATIONS) {
      if (values.get(flag).isNegative()) {
        problems.add(flag + " must be >= 0, got " + GoDuration.format(values.get(flag)));
      }
    }
    if (!values.get(TracingSettings.ENDPOINT).isEmpty()) {
      hostAndPort(TracingSettings.ENDPOINT);
    }
    double ratio = values.get(TracingSettings.SAMPLE_RATIO);
    if (ratio < 0 || ratio > 1) {
      problems.add(
          TracingSettings.SAMPLE_RATIO + " must be in 0.0..1.0, got " + GoNumbers.value(ratio));
    }
  }

  private void choices() {
    oneOf(LoggingSettings.LEVEL, LoggingSettings.LEVELS);
    oneOf(LoggingSettings.FORMAT, LoggingSettings.FORMATS);
    oneOf(WebhookFlags.CERT_MODE, WebhookFlags.CERT_MODES);
    oneOf(StorageFlags.BACKEND, StorageFlags.BACKENDS);
    oneOf(StorageFlags.S3_PATH_STYLE, StorageFlags.S3_PATH_STYLES);
    oneOf(StorageFlags.S3_CHECKSUM, StorageFlags.S3_CHECKSUMS);
    installation();
    bucket();
    oneOf(EvaluationSettings.ENGINE, EvaluationSettings.ENGINES);
  }

  private void installation() {
    var id = values.get(StorageFlags.INSTALLATION_ID);
    if (!id.matches("[A-Za-z0-9._-]{0,63}")) {
      problems.add(
          StorageFlags.INSTALLATION_ID
              + " must have at most 63 characters of [A-Za-z0-9._-], got "
              + GoText.quote(id));
    }
  }

  private void bucket() {
    var endpoint = values.get(StorageFlags.S3_ENDPOINT);
    if (!endpoint.isEmpty() && !isServer(endpoint)) {
      problems.add(
          StorageFlags.S3_ENDPOINT
              + " must be host[:port] without a scheme, got "
              + GoText.quote(endpoint));
    }
    boolean hasSecret = !values.get(StorageFlags.S3_SECRET_KEY).isEmpty();
    if (hasSecret == values.get(StorageFlags.S3_ACCESS_KEY).isEmpty()) {
      problems.add(
          StorageFlags.S3_ACCESS_KEY + " and " + StorageFlags.S3_SECRET_KEY + " go together");
    }
  }

  private static boolean isServer(String endpoint) {
    try {
      var address = new URI("http://" + endpoint);
      return address.getHost() != null && endpoint.equals(address.getRawAuthority());
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private void oneOf(Flag<String> flag, List<String> choices) {
    if (!choices.contains(values.get(flag))) {
      problems.add(
          flag
              + " must be one of ["
              + String.join(" ", choices)
              + "], got "
              + GoText.quote(values.get(flag)));
    }
  }

  private void operator() {
    boolean folder = !values.get(DirectorySettings.FOLDER).isEmpty();
    if (values.get(OperatorFlags.ENABLE) && folder) {
      problems.add(
          OperatorFlags.ENABLE
              + " and "
              + DirectorySettings.FOLDER
              + " exclude each other: snippets come from a cluster or from a folder");
    }
    if (values.get(OperatorFlags.ENABLE) || folder) {
      publishing();
    }
    if (folder
        && values.get(StorageFlags.BACKEND).equals("s3")
        && values.get(DirectorySettings.STATE_PATH).isEmpty()) {
      problems.add("Invalid --state-path: required when --storage-backend=s3");
    }
  }

  private void publishing() {
    OperatorFlags.problemWithRerenderRate(values).ifPresent(problems::add);
    int burst = values.get(OperatorFlags.RERENDER_BURST);
    if (burst == 0) {
      problems.add("Invalid --rerender-burst: must be >= 1, got " + burst);
    }
    if (values.get(StorageFlags.BASE_URL).isEmpty()) {
      problems.add(
          "Invalid --storage-base-url: required when "
              + (values.get(OperatorFlags.ENABLE) ? OperatorFlags.ENABLE : DirectorySettings.FOLDER)
              + " is set");
    }
    store();
    SourceFlags.problem(values).ifPresent(problems::add);
    if (values.get(WebhookFlags.ENABLE)
        && values.get(WebhookFlags.CERT_MODE).equals("self-signed")
        && values.get(WebhookFlags.VALIDATING_CONFIG_NAME).isEmpty()) {
      problems.add(
          "Invalid --webhook-validating-config-name: required when"
              + " --webhook-cert-mode=self-signed");
    }
  }

  private void store() {
    var backend = values.get(StorageFlags.BACKEND);
    if (backend.equals("local") && values.get(StorageFlags.PATH).isEmpty()) {
      problems.add("Invalid --storage-path: required when --storage-backend=local");
    }
    if (backend.equals("s3")
        && (values.get(StorageFlags.S3_ENDPOINT).isEmpty()
            || values.get(StorageFlags.S3_BUCKET).isEmpty())) {
      problems.add(
          "Invalid S3 config: --s3-endpoint and --s3-bucket are required when"
              + " --storage-backend=s3");
    }
  }

  private void notThereYet() {
    notThereYet(WebhookFlags.ENABLE, "the admission webhook");
    notThereYet(McpFlags.ENABLE, "the MCP server");
  }

  private void notThereYet(Flag<Boolean> flag, String part) {
    if (values.get(flag)) {
      problems.add(flag + ": " + part + " is not there yet in this version");
    }
  }
}
