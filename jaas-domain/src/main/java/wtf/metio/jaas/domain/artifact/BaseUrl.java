// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * The address below which archives are served.
 *
 * @param text without a slash at its end
 */
public record BaseUrl(String text) {

  /** An address with or without a slash at its end. */
  public BaseUrl {
    text = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** Where a revision can be fetched. */
  public String of(ResourceName owner, Revision revision) {
    return text + '/' + revision.path(owner);
  }

  /** Whether an address lies below this one. */
  public boolean covers(String url) {
    return url.startsWith(text + '/');
  }
}
