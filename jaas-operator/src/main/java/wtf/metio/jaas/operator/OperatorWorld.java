// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator;

import java.time.Clock;
import java.util.function.DoubleSupplier;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.evaluation.SyntaxCheck;
import wtf.metio.jaas.domain.publication.OutputFormatter;
import wtf.metio.jaas.domain.publication.Policy;
import wtf.metio.jaas.domain.publication.RateLimit;
import wtf.metio.jaas.domain.publication.SharedLibraries;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.operator.flux.ArchiveFetcher;

/**
 * What publishing needs that is no matter of the cluster.
 *
 * @param chance a number from 0 to 1, excluding 1, another one each time
 */
public record OperatorWorld(
    Policy policy,
    SnippetRules rules,
    ArchiveFetcher archives,
    SharedLibraries shared,
    Evaluator evaluator,
    OutputFormatter formatter,
    ArtifactStore store,
    RateLimit rateLimit,
    SyntaxCheck syntax,
    Clock clock,
    DoubleSupplier chance) {}
