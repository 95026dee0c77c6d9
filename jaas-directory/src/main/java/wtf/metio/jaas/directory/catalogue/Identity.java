// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.catalogue;

import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.manifest.Manifest;

/** Who a manifest is about: there is one of each. */
record Identity(String kind, ResourceName name) {

  static Identity of(Manifest manifest) {
    return new Identity(manifest.kind(), manifest.metadata().name());
  }

  @Override
  public String toString() {
    return kind + ' ' + name;
  }
}
