// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ObjectChannel.Watching;
import wtf.metio.jaas.operator.kube.Reply;

/** Where the lease is kept. For one thread at a time. */
interface LeaseStore {

  Reply read();

  Reply create(LeaseRecord record);

  /** Writes a record, if nobody wrote since {@code base} was read. */
  Reply replace(KubeObject base, LeaseRecord record);

  /** When the last answer was given, by the clock that also dates the writes. */
  Optional<Instant> servedAt();

  /** Follows the lease from a version on; {@code ended} is run once when nothing more will come. */
  Watching watch(KubeObject from, Consumer<KubeObject> changed, Runnable ended);

  /** The lease with another record, and everything else that stands in it. */
  static JsonObject with(KubeObject base, LeaseRecord record) {
    var lease = base.json().deepCopy();
    var spec = base.part("spec").deepCopy();
    record.spec().entrySet().forEach(field -> spec.add(field.getKey(), field.getValue()));
    lease.add("spec", spec);
    lease.getAsJsonObject("metadata").remove("managedFields");
    return lease;
  }
}
