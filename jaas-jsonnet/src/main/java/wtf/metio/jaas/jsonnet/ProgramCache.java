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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.compile.CompiledProgram;
import wtf.metio.jaas.jsonnet.compile.Compiler;
import wtf.metio.jaas.jsonnet.core.StaticAnalysis;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.runtime.Library;
import wtf.metio.jaas.jsonnet.syntax.ParseLimits;
import wtf.metio.jaas.jsonnet.syntax.Parser;

/**
 * Programs that were compiled before, by name and content; those not used for longest go first.
 *
 * <p>A program takes up to fifty times as much memory as its text, depending on what is in it. What
 * the compiler allocated is never less than that, so programs count with it.
 *
 * <p>Safe for any number of threads. A program that two threads miss is compiled by one of them.
 */
final class ProgramCache {

  private static final Set<String> PREDEFINED = Set.of("std");

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Library library;
  private final long capacity;

  // All guarded by this object, under which nothing is compiled.
  private final Map<Key, Kept> programs = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<Key, Compilation> underWay = new HashMap<>();
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
    this.library = library;
    this.capacity = capacity;
  }

  private record Kept(CompiledProgram program, long bytes) {}

  /**
   * Equal for equal names and equal content. They have an order, because then a map finds its way
   * among keys that somebody has chosen to have the same hash.
   */
  private record Key(String name, String path, int hash, byte[] content)
      implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::hash)
            .thenComparing(Key::content, Arrays::compare)
            .thenComparing(Key::path)
            .thenComparing(Key::name);

    static Key of(SourceText source) {
      return new Key(source.name(), source.path(), Arrays.hashCode(source.bytes()), source.bytes());
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && hash == key.hash
          && name.equals(key.name)
          && path.equals(key.path)
          && Arrays.equals(content, key.content);
    }

    @Override
    public int hashCode() {
      return 31 * hash + path.hashCode();
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * The program for a text.
   *
   * @throws JsonnetException when the text is no program
   */
  CompiledProgram program(SourceText source, long maxBytes, Checkpoint checkpoint) {
    if (source.bytes().length > maxBytes) {
      throw new JsonnetException(
          FailureKind.LIMIT,
          "the source is larger than " + maxBytes + " bytes: " + source.bytes().length);
    }
    return capacity == 0 ? compile(source, checkpoint) : shared(source, checkpoint);
  }

  private CompiledProgram shared(SourceText source, Checkpoint checkpoint) {
    var key = Key.of(source);
    var own = new Compilation();
    Compilation other;
    synchronized (this) {
      var known = programs.get(key);
      if (known != null) {
        hits++;
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
    var compiled = compile(source, checkpoint);
    long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
    keep(key, new Kept(compiled, source.bytes().length + taken));
    return compiled;
  }

  private CompiledProgram compile(SourceText source, Checkpoint checkpoint) {
    var tree = Parser.parse(source, new ParseLimits(ParseLimits.DEFAULT_MAX_NESTING, checkpoint));
    StaticAnalysis.check(source, tree, PREDEFINED, checkpoint);
    return Compiler.compile(source, tree, library, checkpoint);
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
    size += program.bytes() - (before == null ? 0 : before.bytes());
    var eldest = programs.values().iterator();
    while (size > capacity) {
      size -= eldest.next().bytes();
      eldest.remove();
      evictions++;
    }
  }
}
