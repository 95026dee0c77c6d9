// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// Ten lines and twenty elements: what a request costs that computes next to nothing.
local greeting(name) = 'Hello, ' + name + '!';
local person(number) = {
  name: 'Person ' + number,
  greeting: greeting(self.name),
};

[person(number) for number in std.range(1, 20)]
