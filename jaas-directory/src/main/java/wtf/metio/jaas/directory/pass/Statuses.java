// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import wtf.metio.jaas.directory.status.SnippetStatus;
import wtf.metio.jaas.directory.status.StatusFolder;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * The status of every snippet, at hand and in its file. Serves any number of threads, of which one
 * at a time changes the status of one snippet.
 */
public final class Statuses {

  private final StatusFolder folder;
  private final SortedMap<ResourceName, SnippetStatus> all;
  private final Set<ResourceName> unsaved = ConcurrentHashMap.newKeySet();

  /** What the last process left. */
  public Statuses(StatusFolder folder) {
    this.folder = folder;
    this.all = new ConcurrentSkipListMap<>(folder.readAll());
  }

  /** Everything that is known. */
  public Map<ResourceName, SnippetStatus> all() {
    return Collections.unmodifiableMap(all);
  }

  /** What is known of a snippet. */
  public SnippetStatus of(ResourceName name) {
    return all.getOrDefault(name, SnippetStatus.unknown(name));
  }

  /**
   * Keeps a status, and writes it if it is another one.
   *
   * @return whether its file is up to date
   */
  boolean keep(SnippetStatus status) {
    var name = status.name();
    if (status.equals(all.put(name, status)) && !unsaved.contains(name)) {
      return true;
    }
    return save(status);
  }

  /** Forgets a snippet; false if its file is still there. */
  boolean remove(ResourceName name) {
    if (!folder.remove(name)) {
      return false;
    }
    all.remove(name);
    unsaved.remove(name);
    return true;
  }

  /** Writes what could not be written before. */
  public void saveAgain() {
    unsaved.forEach(name -> save(of(name)));
  }

  private boolean save(SnippetStatus status) {
    if (folder.write(status)) {
      unsaved.remove(status.name());
      return true;
    }
    unsaved.add(status.name());
    return false;
  }
}
