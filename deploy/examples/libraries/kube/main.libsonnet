// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
// Just enough of Kubernetes for the examples.
{
  port(name, number):: { name: name, containerPort: number },

  container(name, image):: {
    name: name,
    image: image,
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true },
  },

  deployment(name):: {
    local labels = { 'app.kubernetes.io/name': name },

    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: name, labels: labels },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels: labels } },
    },
  },
}
