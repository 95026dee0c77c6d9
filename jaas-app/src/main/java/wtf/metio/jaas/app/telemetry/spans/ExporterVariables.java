// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wtf.metio.jaas.app.settings.TracingSettings;

/**
 * The variables that OpenTelemetry specifies for exporters, as far as no flag of ours says the
 * same. One for traces alone wins over the one for everything. One that makes no sense is ignored,
 * with a warning that does not show its value.
 */
final class ExporterVariables {

  private static final Logger LOG = LoggerFactory.getLogger(ExporterVariables.class);

  private static final String ALL = "OTEL_EXPORTER_OTLP_";
  private static final String TRACES = "OTEL_EXPORTER_OTLP_TRACES_";

  private final Map<String, String> variables;

  ExporterVariables(Map<String, String> variables) {
    this.variables = variables;
  }

  /** What {@code OTEL_RESOURCE_ATTRIBUTES} says about this process. */
  Resource resource() {
    var resource = Resource.getDefault().toBuilder();
    understood(
        "OTEL_RESOURCE_ATTRIBUTES",
        text ->
            pairs(text).forEach((key, value) -> resource.put(AttributeKey.stringKey(key), value)));
    return resource.build();
  }

  /** An exporter to the receiver of the settings. */
  SpanExporter exporter(TracingSettings settings) {
    var scheme = settings.insecure() ? "http://" : "https://";
    var host = settings.endpoint().startsWith(":") ? "localhost" : "";
    var exporter = OtlpGrpcSpanExporter.builder().setEndpoint(scheme + host + settings.endpoint());
    exporter("HEADERS", text -> pairs(text).forEach(exporter::addHeader));
    exporter("TIMEOUT", text -> exporter.setTimeout(Duration.ofMillis(Long.parseLong(text))));
    exporter("COMPRESSION", exporter::setCompression);
    if (!settings.insecure()) {
      certificates(exporter);
    }
    return exporter.build();
  }

  private void certificates(OtlpGrpcSpanExporterBuilder exporter) {
    exporter("CERTIFICATE", text -> exporter.setTrustedCertificates(content(text)));
    exporter(
        "CLIENT_CERTIFICATE",
        certificate ->
            exporter(
                "CLIENT_KEY", key -> exporter.setClientTls(content(key), content(certificate))));
  }

  private void exporter(String name, Consumer<String> use) {
    understood(variables.containsKey(TRACES + name) ? TRACES + name : ALL + name, use);
  }

  private void understood(String variable, Consumer<String> use) {
    value(variable)
        .ifPresent(
            text -> {
              try {
                use.accept(text);
              } catch (IllegalArgumentException e) {
                LOG.atWarn()
                    .addKeyValue("variable", variable)
                    .log("Environment variable is ignored: its value is malformed");
              }
            });
  }

  private Optional<String> value(String variable) {
    return Optional.ofNullable(variables.get(variable))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** Takes {@code a=b,c=d} apart, the values percent-encoded. */
  private static Map<String, String> pairs(String text) {
    var pairs = new LinkedHashMap<String, String>();
    for (var pair : text.split(",")) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("a pair without a key");
      }
      // A plus sign is one: the encoding is that of addresses, not of forms.
      var value = pair.substring(equals + 1).strip().replace("+", "%2B");
      pairs.put(
          pair.substring(0, equals).strip(), URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return pairs;
  }

  private static byte[] content(String file) {
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("a file that cannot be read", e);
    }
  }
}
