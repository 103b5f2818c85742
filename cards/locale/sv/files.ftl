# Files that somebody asked for.
file-failed = Teams kunde inte ta emot filen. Försök igen om en stund.
