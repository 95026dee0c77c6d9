// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.observation;

import java.util.Set;
import wtf.metio.jaas.domain.publication.SourceFetcher;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Hears what passes find out about the libraries they use. Must not block. */
public interface LibraryFindings {

  /** The files of a library are at this revision, and were used. */
  void located(ResourceName library, String revision);

  /** The files of a library cannot be had. */
  void missed(ResourceName library, SourceFetcher.SourceProblem problem);

  /** A snippet uses these libraries; none if it is gone. */
  void uses(ResourceName snippet, Set<ResourceName> libraries);
}
