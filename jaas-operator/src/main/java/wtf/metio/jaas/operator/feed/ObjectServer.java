// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import wtf.metio.jaas.operator.kube.KubeObject;

/** Where objects are listed and watched. Any number of threads may ask; each waits. */
interface ObjectServer {

  /**
   * The end of a page.
   *
   * @param version of the whole list
   * @param next asks for the next page; empty if this was the last one
   */
  record Page(String version, String next) {}

  /**
   * What is wanted of a list.
   *
   * @param limit objects at the most; zero for all
   * @param from what the page before said; empty for the first
   */
  record PageRequest(int limit, String from) {}

  /** A watch. Closing it ends {@link #next} on whatever thread waits there. */
  interface Changes extends Closeable {

    /** Waits for the next change; empty if the server ended the watch in good order. */
    Optional<Change> next() throws IOException;

    @Override
    void close();
  }

  /**
   * Lists the newest state, never one from a cache that may be behind.
   *
   * @param each gets the objects as they come
   */
  Page list(Selection selection, PageRequest request, Consumer<KubeObject> each) throws IOException;

  /** Watches from a version on, for a {@link FeedOptions#period}. */
  Changes watch(Selection selection, String version) throws IOException;
}
