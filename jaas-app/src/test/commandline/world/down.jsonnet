local down(n) = if n == 0 then 0 else 1 + down(n - 1);
function(depth) down(depth)
