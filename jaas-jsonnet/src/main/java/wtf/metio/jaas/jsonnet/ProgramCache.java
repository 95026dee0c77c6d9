// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
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
 * <p>Safe for any number of threads. Two threads that miss the same program both compile it.
 */
final class ProgramCache implements Programs {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Outfit outfit;
  private final long capacity;
  private final Map<Key, Kept> programs = new LinkedHashMap<>(64, 0.75f, true);
  private long size;

  /**
   * An empty cache.
   *
   * @param capacity bytes of memory that the programs in it may take
   */
  ProgramCache(Library library, long capacity) {
    this.outfit = Outfit.of(library);
    this.capacity = capacity;
  }

  private record Kept(CompiledProgram program, long bytes) {}

  /** Equal for equal names and equal content. */
  private record Key(String name, String path, int hash, byte[] content) {

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
  }

  @Override
  public CompiledProgram program(SourceText source, long maxBytes, Checkpoint checkpoint) {
    Programs.requireSize(source, maxBytes);
    var key = Key.of(source);
    synchronized (programs) {
      var known = programs.get(key);
      if (known != null) {
        return known.program();
      }
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    var compiled = Programs.compile(source, outfit, checkpoint);
    long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
    keep(key, new Kept(compiled, source.bytes().length + taken));
    return compiled;
  }

  /** How many bytes the programs in it take at the most. */
  long size() {
    synchronized (programs) {
      return size;
    }
  }

  private void keep(Key key, Kept program) {
    if (program.bytes() > capacity) {
      return;
    }
    synchronized (programs) {
      size += program.bytes();
      var before = programs.put(key, program);
      if (before != null) {
        size -= before.bytes();
      }
      var eldest = programs.values().iterator();
      while (size > capacity && eldest.hasNext()) {
        size -= eldest.next().bytes();
        eldest.remove();
      }
    }
  }
}
