// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import wtf.metio.jaas.manifest.ManifestReader;

/** Reads what the user names, by the rules of the service that is stood in for. */
record ManifestLoader(OfflineSettings settings, InputStream stdin) {

  /**
   * Everything that files and folders describe.
   *
   * @throws IOException with a message for the user
   */
  ManifestSet load(List<String> names) throws IOException {
    var reader = new ManifestReader(settings.rules());
    return new ManifestSet(new ManifestPaths(reader, stdin).read(names));
  }
}
