{ "a.txt": "first", "b.txt": "second\n" }
