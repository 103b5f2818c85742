# Files that somebody asked for.
file-what = A table that Excel can open. Teams puts it in your OneDrive if you say yes.
file-failed = Teams could not take the file. Try again in a while.
