// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.util.List;
import wtf.metio.jaas.app.settings.source.FlagGroup;

/** Every flag there is, in the order in which people are shown them. */
final class FlagCatalogue {

  static final List<FlagGroup> GROUPS =
      List.of(
          RenderSettings.FLAGS,
          ManagementSettings.FLAGS,
          SnippetSettings.FLAGS,
          ExternalVariableSettings.FLAGS,
          EvaluationSettings.FLAGS,
          QueueSettings.FLAGS,
          CacheSettings.FLAGS,
          LifecycleSettings.FLAGS,
          DirectorySettings.FLAGS,
          SourceFlags.FLAGS,
          OperatorFlags.FLAGS,
          StorageFlags.FLAGS,
          StorageFlags.S3_FLAGS,
          WebhookFlags.FLAGS,
          OperatorFlags.LEADER_FLAGS,
          MetricsSettings.FLAGS,
          McpFlags.FLAGS,
          TracingSettings.FLAGS,
          GeneralFlags.FLAGS);

  private FlagCatalogue() {}
}
