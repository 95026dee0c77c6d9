// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// Texts, numbers and arrays.
local count(n, total=0) = if n == 0 then total else count(n - 1, total + n) tailstrict;
local words = std.split('the quick brown fox jumps over the lazy dog', ' ');
local numbers = std.range(1, 60);

{
  counted: count(60),
  sum: std.foldl(function(total, n) total + n, numbers, 0) + std.foldr(function(n, total) n - total, numbers, 0),
  lengths: { [word]: std.length(word) for word in std.set(words) },
  sorted: std.sort(words),
  set: std.setUnion(std.set(words), ['cat']) + std.setDiff(std.set(words), ['dog']) + std.setInter(std.set(words), ['fox']),
  member: std.setMember('fox', std.set(words)) && std.member(words, 'dog'),
  squares: [n * n for n in numbers if n % 3 == 0],
  joined: std.join(' ', [std.asciiUpper(word[0]) + word[1:] for word in words]),
  lines: std.lines(words),
  replaced: std.strReplace(self.joined, 'Fox', 'Wolf'),
  trimmed: std.stripChars('  text ', ' ') + std.lstripChars('xxa', 'x') + std.rstripChars('axx', 'x'),
  characters: [std.char(std.codepoint(c) + 1) for c in std.stringChars('ünï')],
  found: [std.startsWith(word, 'j') || std.endsWith(word, 'r') for word in words],
  at: [std.substr(word, 1, 2) for word in words] + std.findSubstr('o', self.joined),
  formatted: ['%5.2f|%-6s|%06d|%x|%e|%%|%s' % [n / 7, 'a' + n, n, n, n, { n: n }] for n in numbers[:10]],
  encoded: std.base64('text of a kind') + std.base64Decode('dGV4dA==') + std.md5('x') + std.escapeStringJson('"\n'),
  parsed: std.parseJson('{"a": [1, 2.5, "x", null, true], "b": {"c": "d"}}'),
  read: std.parseYaml('a: 1\nb:\n  - x\n  - 2.5\n'),
  written: std.toString({ a: [1, 2], b: 'c' }) + std.manifestPython({ a: true }) + std.manifestIni({ sections: { s: { a: 1 } } }),
  maths: [std.pow(2, 10), std.sqrt(2), std.floor(2.7), std.ceil(2.2), std.abs(-1), std.max(1, 2), std.exp(1), 5 & 6, 1 << 4, ~3],
  numbers: [std.parseInt('42'), std.parseHex('ff'), 1e100, 0.1, -1 / 3],
  has: ['sum' in self, std.objectHasAll(self, 'sum'), std.get(self, 'none', 'default')],
  types: [std.type(x) for x in [1, 'a', true, null, [], {}, function(x) x]],
  merged: { a: 1, b: { c: 2 }, d:: 3 } + { a+: 1, b+: { e: super.c } } + { f: self.a, g: $.counted },
  equal: [1, [2], { a: 'b' }] == [1, [2], { a: 'b' }] && 'a' < 'b' && [1, 2] < [1, 3],
  folded: std.flatMap(function(n) [n, -n], numbers[:20:2]) + std.reverse(std.uniq([1, 1, 2])) + std.repeat([0], 3),
  fields: std.objectFieldsAll({ a: 1, b:: 2 }) + std.objectValues({ a: 1 }) + [kv.key for kv in std.objectKeysValues({ a: 1 })],
  mapped: [std.mapWithKey(function(key, value) key + value, { a: 1 }), std.mapWithIndex(function(i, x) i + x, [1])],
  checked: std.assertEqual(1 + 1, 2),
}
