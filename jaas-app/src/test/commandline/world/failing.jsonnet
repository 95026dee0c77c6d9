local inner(x) = error 'no ' + x;
local outer(x) = inner(x) + 1;
{ a: { b: outer('luck') } }
