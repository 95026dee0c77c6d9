// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.publication.Publisher;
import wtf.metio.jaas.domain.publication.Snippet;
import wtf.metio.jaas.domain.publication.Tenant;

/** Announces archives by the status alone: consumers read the address there. */
final class BaseUrl implements Publisher {

  private final String base;
  private final Statuses statuses;

  /**
   * Announces addresses below this one.
   *
   * @param base with or without a slash at its end
   */
  BaseUrl(String base, Statuses statuses) {
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    this.statuses = statuses;
  }

  @Override
  public Announcement announce(Snippet snippet, StoredArchive archive, Tenant tenant, Fence fence) {
    if (!fence.open()) {
      return new Announcement.Fenced();
    }
    var url = base + '/' + archive.revision().path(snippet.name());
    return new Announcement.Known(url, !url.equals(statuses.of(snippet.name()).artifactUrl()));
  }
}
