'apostrophe'
