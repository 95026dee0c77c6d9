// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.compile.CompiledProgram;
import wtf.metio.jaas.jsonnet.compile.Outfit;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.runtime.Library;

/**
 * Programs that were compiled before, by name and content; those not used for longest go first.
 *
 * <p>A program takes up to fifty times as much memory as its text, depending on what is in it. What
 * the compiler allocated is never less than that, so programs count with it.
 *
 * <p>Safe for any number of threads. A program that two threads miss is compiled by one of them.
 */
final class ProgramCache implements Programs {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Outfit outfit;
  private final long capacity;

  // All guarded by this object, under which nothing is compiled.
  private final Map<Key, Kept> programs = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<Key, Compilation> underWay = new HashMap<>();
  private final Map<Place, Key> latest = new HashMap<>();
  private long size;
  private long hits;
  private long misses;
  private long evictions;

  /**
   * An empty cache.
   *
   * @param capacity bytes of memory that the programs in it may take; zero for no cache
   */
  ProgramCache(Library library, long capacity) {
    this.outfit = Outfit.of(library);
    this.capacity = capacity;
  }

  private record Kept(CompiledProgram program, long bytes) {}

  /** Has an order for the same reason as {@link Key}. */
  private record Place(String path, String name) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::path).thenComparing(Place::name);

    static Place of(SourceText source) {
      return new Place(source.path(), source.name());
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Equal for equal names and equal content. They have an order, because then a map finds its way
   * among keys that somebody has chosen to have the same hash.
   */
  private record Key(Place place, int hash, byte[] content) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::hash)
            .thenComparing(Key::content, Arrays::compare)
            .thenComparing(Key::place);

    static Key of(SourceText source) {
      return new Key(Place.of(source), Arrays.hashCode(source.bytes()), source.bytes());
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && hash == key.hash
          && place.equals(key.place)
          && Arrays.equals(content, key.content);
    }

    @Override
    public int hashCode() {
      return 31 * hash + place.path().hashCode();
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  @Override
  public CompiledProgram program(SourceText source, long maxBytes, Checkpoint checkpoint) {
    Programs.requireSize(source, maxBytes);
    return capacity == 0
        ? Programs.compile(source, outfit, checkpoint)
        : shared(source, checkpoint);
  }

  private CompiledProgram shared(SourceText source, Checkpoint checkpoint) {
    var same = sameContent(source);
    var key = same == null ? Key.of(source) : same;
    var own = new Compilation();
    Compilation other;
    synchronized (this) {
      var known = programs.get(key);
      if (known != null) {
        hits++;
        latest.put(key.place(), key);
        return known.program();
      }
      other = underWay.putIfAbsent(key, own);
      misses++;
    }
    if (other == null) {
      return compile(key, own, source, checkpoint);
    }
    var compiled = other.await(checkpoint);
    return compiled == null ? compileAndKeep(key, source, checkpoint) : compiled;
  }

  // Who reads files hands out the same bytes as long as a file stays: these need no hash.
  private synchronized @Nullable Key sameContent(SourceText source) {
    var key = latest.get(Place.of(source));
    return key != null && key.content() == source.bytes() ? key : null;
  }

  private CompiledProgram compile(
      Key key, Compilation own, SourceText source, Checkpoint checkpoint) {
    try {
      var compiled = compileAndKeep(key, source, checkpoint);
      own.succeed(compiled);
      return compiled;
    } finally {
      synchronized (this) {
        underWay.remove(key);
      }
      own.end();
    }
  }

  private CompiledProgram compileAndKeep(Key key, SourceText source, Checkpoint checkpoint) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    var compiled = Programs.compile(source, outfit, checkpoint);
    long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
    keep(key, new Kept(compiled, source.bytes().length + taken));
    return compiled;
  }

  /** How it does. */
  synchronized ProgramCacheNumbers numbers() {
    return new ProgramCacheNumbers(hits, misses, evictions, programs.size(), size);
  }

  private synchronized void keep(Key key, Kept program) {
    if (program.bytes() > capacity) {
      return;
    }
    var before = programs.put(key, program);
    latest.put(key.place(), key);
    size += program.bytes() - (before == null ? 0 : before.bytes());
    var eldest = programs.entrySet().iterator();
    while (size > capacity) {
      var gone = eldest.next();
      size -= gone.getValue().bytes();
      latest.remove(gone.getKey().place(), gone.getKey());
      eldest.remove();
      evictions++;
    }
  }
}
