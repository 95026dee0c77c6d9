// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.time.Duration;
import java.util.List;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;

/** The admission webhook, which is read and checked but not there yet. */
final class WebhookFlags {

  static final List<String> CERT_MODES = List.of("cert-manager", "self-signed");

  static final Flag<Boolean> ENABLE =
      Flag.truth("enable-webhook", false, "Whether the admission webhook runs. Not there yet.");
  static final Flag<String> CERT_MODE =
      Flag.text(
          "webhook-cert-mode",
          "cert-manager",
          "Who makes its certificate: cert-manager or self-signed.");
  static final Flag<String> CERT_DIR =
      Flag.path(
          "webhook-cert-dir",
          "/tmp/k8s-webhook-server/serving-certs",
          "Folder with its certificate and key.");
  static final Flag<Integer> PORT =
      Flag.integer("webhook-port", 9443, "Port of the webhook, 1 to 65535.");
  static final Flag<String> SERVICE_NAME =
      Flag.text("webhook-service-name", "jaas-webhook", "Service in front of the webhook.");
  static final Flag<String> SERVICE_NAMESPACE =
      Flag.text(
          "webhook-service-namespace", "", "Namespace of that service; empty for that of the pod.");
  static final Flag<String> VALIDATING_CONFIG_NAME =
      Flag.text(
          "webhook-validating-config-name",
          "",
          "ValidatingWebhookConfiguration that gets the own CA, for self-signed.");
  static final Flag<Duration> CERT_VALIDITY =
      Flag.duration("webhook-cert-validity", "8760h", "How long an own certificate is valid.");

  static final FlagGroup FLAGS =
      FlagGroup.of(
          "Webhook (TLS provisioning)",
          ENABLE,
          CERT_MODE,
          CERT_DIR,
          PORT,
          SERVICE_NAME,
          SERVICE_NAMESPACE,
          VALIDATING_CONFIG_NAME,
          CERT_VALIDITY);

  private WebhookFlags() {}
}
