'only one'
