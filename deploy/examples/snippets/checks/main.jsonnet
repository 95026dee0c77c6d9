// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// Rules that an input must meet; what breaks one is answered with an error instead of a result:
// /jsonnet/checks?cpus=64
function(cpus='2', memory='4')
  local plan = {
    assert self.cpus >= 1 && self.cpus <= 16 : 'cpus must be 1 to 16, not %d' % self.cpus,
    assert self.memory >= self.cpus : 'a cpu needs one GiB at least',

    cpus: std.parseInt(cpus),
    memory: std.parseInt(memory),
    price: self.cpus * 12.5 + self.memory * 3,
  };
  plan
