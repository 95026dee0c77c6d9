{ "b.json": [1], "a.json": { x: null } }
