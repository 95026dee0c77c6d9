// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.util.Optional;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Which object holds which archive. */
final class Keys {

  /** An archive as its key names it. */
  record Place(ResourceName owner, Revision revision) {}

  private static final String PROBES = ".jaas-probe/";
  private static final int COMPONENTS = 3;

  private final String prefix;

  /**
   * Keys.
   *
   * @param prefix before all of them; slashes at its ends do not count
   */
  Keys(String prefix) {
    var bare = prefix.replaceAll("^/+|/+$", "");
    this.prefix = bare.isEmpty() ? "" : bare + '/';
  }

  String of(ResourceName owner, Revision revision) {
    return prefix + revision.path(owner);
  }

  /** What all keys begin with. */
  String all() {
    return prefix;
  }

  /** What the keys of an owner begin with. */
  String all(ResourceName owner) {
    return prefix + owner.namespace() + '/' + owner.name() + '/';
  }

  /** What the keys of probes begin with. */
  String probes() {
    return prefix + PROBES;
  }

  /** The archive at a key; empty for everything that is not ours, however similar it looks. */
  Optional<Place> place(String key) {
    if (!key.startsWith(prefix)) {
      return Optional.empty();
    }
    var components = key.substring(prefix.length()).split("/", -1);
    if (components.length != COMPONENTS
        || !ResourceName.safe(components[0])
        || !ResourceName.safe(components[1])) {
      return Optional.empty();
    }
    var owner = new ResourceName(components[0], components[1]);
    return Revision.ofFileName(components[2])
        .filter(revision -> revision.fileName().equals(components[2]))
        .map(revision -> new Place(owner, revision));
  }
}
