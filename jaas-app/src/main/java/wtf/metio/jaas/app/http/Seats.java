// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many connections a port may have at a time. */
final class Seats {

  /** What a connection takes that has begun a header: that, and buffers to read and write. */
  private static final long CONNECTION_BYTES = 48 << 10;

  private static final int FEWEST = 64;
  private static final int MOST = 8192;

  /** A port that has a thread for each of its connections has no more than these. */
  static final int WITH_THREADS = 256;

  private Seats() {}

  /** What this process can afford for one of its ports. */
  static int ofThisProcess() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return affordable(
        Runtime.getRuntime().maxMemory(),
        system instanceof UnixOperatingSystemMXBean unix
            ? unix.getMaxFileDescriptorCount()
            : Long.MAX_VALUE);
  }

  /**
   * An eighth of the heap and half of the files that may be open at a time. With no memory left the
   * connector's threads would end for good, with no file left nothing could be read or accepted.
   */
  static int affordable(long heapBytes, long openFiles) {
    return Math.clamp(Math.min(heapBytes / 8 / CONNECTION_BYTES, openFiles / 2), FEWEST, MOST);
  }
}
