// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import io.kubernetes.client.openapi.ApiClient;
import java.util.function.DoubleSupplier;

/** Makes the feeds of one API server. */
public final class Feeds {

  private final ObjectServer server;
  private final FeedListener listener;
  private final FeedOptions options;
  private final DoubleSupplier chance;

  Feeds(ObjectServer server, FeedListener listener, FeedOptions options, DoubleSupplier chance) {
    this.server = server;
    this.listener = listener;
    this.options = options;
    this.chance = chance;
  }

  /**
   * Feeds over the connections and with the identity of a client.
   *
   * @param chance between zero and one
   */
  public static Feeds of(
      ApiClient client, FeedListener listener, FeedOptions options, DoubleSupplier chance) {
    return new Feeds(new HttpObjectServer(client, options), listener, options, chance);
  }

  /** The same for what is a help and no need, and may be forbidden: it is tried again seldom. */
  public Feeds patient() {
    return new Feeds(server, listener, options.patient(), chance);
  }

  /** A feed that has not begun. */
  public Feed feed(Selection selection, Audience audience) {
    var pauses = new Pauses(options, chance);
    return new Feed(server, selection, new Hearing(selection, audience, listener), options, pauses);
  }
}
