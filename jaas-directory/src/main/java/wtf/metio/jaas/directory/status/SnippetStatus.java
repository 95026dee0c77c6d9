// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.artifact.Published;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * The status of one snippet.
 *
 * @param described which description it is about
 * @param condition null before the first pass has ended
 * @param artifactUrl of the current revision; empty if nothing was published
 * @param lastSync when something was published or found to be in order after it was not; null if
 *     never
 * @param notes for the author, from the last time it was rendered
 * @param listed how many revisions of the history are shown
 * @param ledger for the next pass
 */
public record SnippetStatus(
    ResourceName name,
    Described described,
    @Nullable Ready condition,
    String artifactUrl,
    @Nullable Instant lastSync,
    List<String> notes,
    int listed,
    Ledger ledger) {

  /**
   * A description, as it is counted.
   *
   * @param generation how often it changed, from 1 on
   * @param digest of its meaning
   * @param handled the newest request to look again that was met; empty if there was none
   * @param forced the newest request to render again that was met; empty if there was none
   */
  public record Described(long generation, String digest, String handled, String forced) {
    static final Described NEVER = new Described(0, "", "", "");

    /** The next one: counted, unless it means the same. */
    public Described next(String nowDigest, String nowHandled, String nowForced) {
      long count = nowDigest.equals(digest) ? generation : generation + 1;
      return new Described(count, nowDigest, nowHandled, nowForced);
    }
  }

  public SnippetStatus {
    notes = List.copyOf(notes);
  }

  /** Nothing is known yet. */
  public static SnippetStatus unknown(ResourceName name) {
    return new SnippetStatus(name, Described.NEVER, null, "", null, List.of(), 1, Ledger.EMPTY);
  }

  /** Whether it is published as it is described. */
  public Optional<Ready> ready() {
    return Optional.ofNullable(condition);
  }

  /** When it was published last. */
  public Optional<Instant> synced() {
    return Optional.ofNullable(lastSync);
  }

  /** The revisions that are shown, newest first. */
  public List<Published> history() {
    return ledger.history().listed(listed);
  }

  /** The same with another condition, which keeps its time if nothing is different. */
  public SnippetStatus with(Described now, Ready ready) {
    return new SnippetStatus(
        name, now, ready.after(condition), artifactUrl, lastSync, notes, listed, ledger);
  }

  /** The same with another ledger. */
  public SnippetStatus with(Ledger now) {
    return new SnippetStatus(name, described, condition, artifactUrl, lastSync, notes, listed, now);
  }
}
