# Inlägg som inte kom fram som de skulle.
posts-troubles =
    { $count ->
        [one] Ett inlägg kom inte fram som det skulle
       *[other] { $count } inlägg kom inte fram som de skulle
    }
posts-more =
    { $count ->
        [one] Ett till, som är äldre, visas när de här är avgjorda.
       *[other] { $count } till, som är äldre, visas när de här är avgjorda.
    }
posts-fine = Inget inlägg väntar på att du tittar efter.
posts-private = Ett meddelande i någons egen chatt
posts-unclear =
    { $private ->
        [true] Teams svarade inte, så jag vet inte om meddelandet kom fram. Bara mottagaren kan se det.
       *[false] Teams svarade inte, så jag vet inte om inlägget kom fram. Titta i kanalen om det står där.
    }
posts-why =
    { $why ->
        [late]
            { $there ->
                [true] Inlägget skulle ändras eller tas bort, men Teams tog inte emot det i tid. Det står kvar som det var.
               *[false] Det postades inte, eftersom det hann bli för sent.
            }
        [refused] Teams tar inte emot något från mig där. Troligen är Erfa borttagen därifrån, eller får inte skriva där.
        [unfit] Teams kan inte visa det som det är utformat. Säg till den som sköter Erfa.
        [gone] Inlägget skulle ändras, men någon har tagit bort det i Teams.
       *[lost] Det står i Teams, men jag vet inte under vilket id och kan varken ändra det eller ta bort det. Ta bort det för hand om det behövs.
    }
posts-there = Den finns där
posts-again = Posta igen
posts-noted-there = Tack, då räknas inlägget som postat.
posts-noted-again = Inlägget postas igen.
posts-decided = Det var redan avgjort.
posts-only-leaders = Bara en processledare kan avgöra det. Skriv ”ledare” så ser du vilka de är.
