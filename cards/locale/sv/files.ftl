# Files that somebody asked for.
file-what = En tabell som går att öppna i Excel. Teams lägger den i din OneDrive om du säger ja.
file-failed = Teams kunde inte ta emot filen. Försök igen om en stund.
