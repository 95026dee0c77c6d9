// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// What the training run of the start-up caches renders: a little of everything that programs usually do, so
// that the classes and methods behind it are in the caches. Its result is of no interest.
local names = ['alpha', 'beta', 'gamma', 'delta'];

local service(name, port=8080) = {
  assert std.isString(name) : 'a name is a string',
  local labels = { app: name, tier: if port < 1024 then 'edge' else 'inner' },
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: name, labels: labels },
  spec: {
    selector: labels,
    ports: [{ port: port + i, name: '%s-%03d' % [name, i] } for i in std.range(0, 3) if i != 2],
  },
  hidden:: self.metadata.name,
};

local patched = [
  service(name) + {
    metadata+: { annotations+: { hash: std.md5(name), text: |||
      A text of
      several lines.
    ||| } },
    spec+: { type: 'ClusterIP' },
  }
  for name in names
];

local sum(numbers) = std.foldl(function(total, number) total + number, numbers, 0);
local count(n, total=0) = if n == 0 then total else count(n - 1, total + n) tailstrict;

{
  services: { [item.hidden]: item for item in patched },
  merged: std.mergePatch({ a: { b: 1, c: null } }, { a: { b: null, d: 2.5e-3 } }),
  sorted: std.sort(std.map(std.length, names)),
  joined: std.join(', ', [std.asciiUpper(name[0]) + name[1:] for name in names]),
  split: std.split('a/b/c', '/'),
  numbers: [sum(std.range(1, 100)), count(50), 7 % 3, 1 / 3, std.pow(2, 10), std.floor(2.7), 5 & 6],
  texts: {
    json: std.manifestJsonEx(patched[0], '  '),
    yaml: std.manifestYamlDoc(patched[1]),
    yamls: std.manifestYamlStream([{ a: 1 }]),
    parsed: std.parseJson('{"a": [1, 2.5, "x", null, true]}'),
    replaced: std.strReplace('one two', 'two', 'three'),
    formatted: std.format('%(name)s: %(value)8.3f', { name: 'pi', value: 3.14159 }),
    encoded: std.base64('text'),
  },
  fields: std.objectFields(patched[0]),
  has: std.objectHas(patched[0], 'kind') && 'kind' in patched[0],
  get: std.get(patched[0], 'nothing', 'default'),
  set: std.setUnion(std.set([3, 1]), [2]),
  pruned: std.prune({ a: [], b: { c: null }, d: 1 }),
  compared: ['a' < 'b', [1, 2] == [1, 2], { a: 1 } != { a: 2 }, !true || false],
}
