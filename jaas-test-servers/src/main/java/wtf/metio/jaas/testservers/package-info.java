// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Real servers for tests: MinIO, and the parts of a Kubernetes control plane.
 *
 * <p>Programs are taken from where they are installed, from a cache outside the checkout, from
 * container images, or are built from Go modules whose versions stand in {@code
 * tools/test-servers}. Where none of that works a test that wants a server is aborted with the
 * reason, and fails where {@code CI} is {@code true}.
 */
@NullMarked
package wtf.metio.jaas.testservers;

import org.jspecify.annotations.NullMarked;
