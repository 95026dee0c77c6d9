// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.util.Set;
import wtf.metio.jaas.jsonnet.compile.CompiledProgram;
import wtf.metio.jaas.jsonnet.compile.Compiler;
import wtf.metio.jaas.jsonnet.compile.Outfit;
import wtf.metio.jaas.jsonnet.core.StaticAnalysis;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.syntax.Expr;
import wtf.metio.jaas.jsonnet.syntax.ParseLimits;
import wtf.metio.jaas.jsonnet.syntax.Parser;

/** Where an evaluation gets its programs from. */
interface Programs {

  /** What every program finds without a definition. */
  Set<String> PREDEFINED = Set.of("std");

  /**
   * The program for a text.
   *
   * @param maxBytes the largest text that is taken
   * @throws JsonnetException when the text is no program or too large
   */
  CompiledProgram program(SourceText source, long maxBytes, Checkpoint checkpoint);

  /** Refuses a text that is too large. */
  static void requireSize(SourceText source, long maxBytes) {
    if (source.bytes().length > maxBytes) {
      throw new JsonnetException(
          FailureKind.LIMIT,
          "the source is larger than " + maxBytes + " bytes: " + source.bytes().length);
    }
  }

  /** Makes a program, whether or not it was made before. */
  static CompiledProgram compile(SourceText source, Outfit outfit, Checkpoint checkpoint) {
    return Compiler.compile(source, read(source, checkpoint), outfit, checkpoint);
  }

  /** Reads a text as a program that can mean something. */
  static Expr read(SourceText source, Checkpoint checkpoint) {
    var tree = Parser.parse(source, new ParseLimits(ParseLimits.DEFAULT_MAX_NESTING, checkpoint));
    StaticAnalysis.check(source, tree, PREDEFINED, checkpoint);
    return tree;
  }
}
