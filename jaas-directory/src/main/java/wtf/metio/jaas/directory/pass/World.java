// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

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

/**
 * What passes need that is no matter of the folder.
 *
 * @param baseUrl under which consumers reach what is in the store
 * @param chance a number from 0 to 1, excluding 1, another one each time
 */
public record World(
    Policy policy,
    SnippetRules rules,
    DescribedSources sources,
    StoredSources own,
    SharedLibraries shared,
    Evaluator evaluator,
    OutputFormatter formatter,
    ArtifactStore store,
    String baseUrl,
    RateLimit rateLimit,
    SyntaxCheck syntax,
    Clock clock,
    DoubleSupplier chance) {}
