'two\nlines'
