"""Where releases come from: files, folders, archives, feeds, pages, standard input."""
