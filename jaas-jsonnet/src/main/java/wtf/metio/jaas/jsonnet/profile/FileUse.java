// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

/**
 * What one file took.
 *
 * @param file as messages show it
 * @param bytes its size
 * @param imports how often an import of it was computed; zero for the program itself
 * @param readNanos until it was found and read
 * @param parseNanos until it was ready to run; zero for what is imported as text or bytes
 * @param evaluateNanos total time of its outermost expression
 * @param codeNanos time in all code that stands in it
 * @param pieces functions, and fields and variables that are more than a literal
 * @param used how many of them ran
 */
public record FileUse(
    String file,
    long bytes,
    long imports,
    long readNanos,
    long parseNanos,
    long evaluateNanos,
    long codeNanos,
    int pieces,
    int used) {}
