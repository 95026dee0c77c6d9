// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.event;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import wtf.metio.jaas.domain.notation.BoundedText;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Patch;
import wtf.metio.jaas.operator.kube.ResourceType;

/** How an event looks to the API server. */
final class EventDocument {

  /** What the API server takes, in bytes. */
  private static final int LONGEST_NOTE = 1024;

  private static final int LONGEST_REASON = 128;
  private static final int LONGEST_NAME = 253;

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private EventDocument() {}

  /**
   * The event.
   *
   * @param instance which of several replicas tells
   * @param number different for every event of this process
   */
  static JsonObject of(Happening happening, String instance, Instant now, long number) {
    var reason = BoundedText.of(happening.reason(), LONGEST_REASON);
    var event = new JsonObject();
    event.addProperty("apiVersion", ResourceType.EVENT.apiVersion());
    event.addProperty("kind", ResourceType.EVENT.kind());
    event.add("metadata", metadata(happening.regarding(), now, number));
    event.addProperty("eventTime", MICROSECONDS.format(now));
    event.addProperty("reportingController", Patch.FIELD_MANAGER);
    event.addProperty("reportingInstance", instance);
    event.addProperty("action", reason);
    event.addProperty("reason", reason);
    event.add("regarding", regarding(happening));
    event.addProperty("note", BoundedText.of(happening.note(), LONGEST_NOTE));
    event.addProperty("type", happening.usual() ? "Normal" : "Warning");
    return event;
  }

  private static JsonObject metadata(KubeObject regarding, Instant now, long number) {
    var suffix = '.' + Long.toHexString(now.toEpochMilli()) + Long.toHexString(number);
    var name = regarding.name().name();
    var metadata = new JsonObject();
    metadata.addProperty(
        "name",
        name.substring(0, Math.min(name.length(), LONGEST_NAME - suffix.length())) + suffix);
    metadata.addProperty("namespace", regarding.name().namespace());
    return metadata;
  }

  private static JsonObject regarding(Happening happening) {
    var object = happening.regarding();
    var regarding = new JsonObject();
    regarding.addProperty("apiVersion", happening.type().apiVersion());
    regarding.addProperty("kind", happening.type().kind());
    regarding.addProperty("namespace", object.name().namespace());
    regarding.addProperty("name", object.name().name());
    regarding.addProperty("uid", object.uid());
    regarding.addProperty("resourceVersion", object.resourceVersion());
    return regarding;
  }
}
