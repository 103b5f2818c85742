# Files that somebody asked for.
file-failed = Teams could not take the file. Try again in a while.
