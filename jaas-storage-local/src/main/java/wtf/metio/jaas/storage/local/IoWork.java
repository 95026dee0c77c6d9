// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.IOException;

/** Something to do with files. */
@FunctionalInterface
interface IoWork<T> {

  T run() throws IOException;
}
