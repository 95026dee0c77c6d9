// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import java.util.List;
import wtf.metio.jaas.manifest.schema.Schema.Group;

/** What describes a library. */
final class LibrarySchema {

  static final Group SPEC =
      new Group(List.of(OriginSchema.FILES, OriginSchema.SOURCE), OriginSchema.rules());

  private LibrarySchema() {}
}
