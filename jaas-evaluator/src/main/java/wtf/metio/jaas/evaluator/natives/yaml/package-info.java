// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/** YAML read and written as Go's {@code yaml.v3} does, without its mistakes. */
@NullMarked
package wtf.metio.jaas.evaluator.natives.yaml;

import org.jspecify.annotations.NullMarked;
