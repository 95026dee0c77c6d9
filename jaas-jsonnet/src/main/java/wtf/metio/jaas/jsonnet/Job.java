// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import wtf.metio.jaas.jsonnet.imports.Importer;

/**
 * A program and everything its evaluation depends on.
 *
 * @param label the name of the program in messages
 * @param fileName the name of the program as the importer sees it, and as {@code std.thisFile}
 * @param source UTF-8; not to be changed any more
 * @param importer brings the files that the program imports
 * @param externalVariables what {@code std.extVar} finds
 * @param topLevelArguments arguments for a program whose value is a function; ignored otherwise
 * @param limits how much it may use
 * @param form how the value is written
 * @param cancelled polled at least every millisecond or so of work; true ends the evaluation
 * @param memory watches over the memory of the process
 * @param traceSink takes a line of {@code std.trace} without its newline, on the evaluating thread
 */
public record Job(
    String label,
    String fileName,
    byte[] source,
    Importer importer,
    Map<String, Binding> externalVariables,
    Map<String, Binding> topLevelArguments,
    Limits limits,
    OutputForm form,
    BooleanSupplier cancelled,
    MemoryGuard memory,
    Consumer<String> traceSink) {

  public Job {
    externalVariables = Map.copyOf(externalVariables);
    topLevelArguments = Map.copyOf(topLevelArguments);
  }

  /** The same with files brought by another importer. */
  Job withImporter(Importer other) {
    return new Job(
        label,
        fileName,
        source,
        other,
        externalVariables,
        topLevelArguments,
        limits,
        form,
        cancelled,
        memory,
        traceSink);
  }

  /** A program alone: no variables, default limits, JSON, nobody who cancels or listens. */
  public static Job of(String fileName, byte[] source, Importer importer) {
    return new Job(
        fileName,
        fileName,
        source,
        importer,
        Map.of(),
        Map.of(),
        Limits.DEFAULTS,
        OutputForm.JSON,
        () -> false,
        MemoryGuard.NONE,
        line -> {});
  }
}
