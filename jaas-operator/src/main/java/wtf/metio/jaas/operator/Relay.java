// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.watch.ClusterListener;

/**
 * Tells changes to somebody who is made later than the watches that see them. What happens before
 * is told to nobody: whoever begins looks at everything.
 */
final class Relay implements ClusterListener {

  private volatile @Nullable ClusterListener listener;

  void to(ClusterListener someone) {
    listener = someone;
  }

  @Override
  public void snippetChanged(ResourceName snippet) {
    tell(it -> it.snippetChanged(snippet));
  }

  @Override
  public void libraryChanged(ResourceName library) {
    tell(it -> it.libraryChanged(library));
  }

  @Override
  public void sourceChanged(String kind, ResourceName source) {
    tell(it -> it.sourceChanged(kind, source));
  }

  @Override
  public void publishedChanged(ResourceName snippet) {
    tell(it -> it.publishedChanged(snippet));
  }

  @Override
  public void snippetStranded(ResourceName snippet) {
    tell(it -> it.snippetStranded(snippet));
  }

  private void tell(Consumer<ClusterListener> news) {
    var someone = listener;
    if (someone != null) {
      news.accept(someone);
    }
  }
}
