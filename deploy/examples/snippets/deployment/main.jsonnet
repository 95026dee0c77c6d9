// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// A Kubernetes manifest from four arguments:
// /jsonnet/deployment?name=shop&image=registry.example/shop:1.4.0&replicas=3&port=8080
local kube = import 'kube/main.libsonnet';

function(name, image, replicas='1', port='80')
  kube.deployment(name) {
    spec+: {
      replicas: std.parseInt(replicas),
      template+: {
        spec: {
          containers: [
            kube.container(name, image) { ports: [kube.port('http', std.parseInt(port))] },
          ],
        },
      },
    },
  }
