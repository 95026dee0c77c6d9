function(name, count=1) std.repeat(name, count)
