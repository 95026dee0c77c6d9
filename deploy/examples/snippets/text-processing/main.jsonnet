// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// Comprehensions and the standard library: which words a text uses how often.
local words(text) = [
  word
  for word in std.split(std.asciiLower(text), ' ')
  if word != ''
];

local counted(list) = std.foldl(
  function(counts, word) counts { [word]+: 1 },
  list,
  { [word]: 0 for word in std.set(list) }
);

function(text='the cat and the dog and the mouse')
  local counts = counted(words(text));
  {
    counts: counts,
    mostFrequent: std.sort(std.objectFields(counts), function(word) -counts[word])[0],
    initials: std.join('', [word[0] for word in words(text)]),
  }
