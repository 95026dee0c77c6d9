// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import wtf.metio.jaas.domain.artifact.BaseUrl;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.publication.Publisher;
import wtf.metio.jaas.domain.publication.Snippet;
import wtf.metio.jaas.domain.publication.Tenant;

/** Announces archives by the status alone: consumers read the address there. */
final class UrlPublisher implements Publisher {

  private final BaseUrl base;
  private final Statuses statuses;

  /** Announces addresses below this one. */
  UrlPublisher(BaseUrl base, Statuses statuses) {
    this.base = base;
    this.statuses = statuses;
  }

  @Override
  public Announcement announce(Snippet snippet, StoredArchive archive, Tenant tenant, Fence fence) {
    if (!fence.open()) {
      return new Announcement.Fenced();
    }
    var url = base.of(snippet.name(), archive.revision());
    return new Announcement.Known(url, !url.equals(statuses.of(snippet.name()).artifactUrl()));
  }
}
