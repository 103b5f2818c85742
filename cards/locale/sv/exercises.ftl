# Exercises: chosen, written, put out, brought back from.
exercises-title = Övningar
exercises-back = Alla övningar
exercise-summary = Övning: { $title }
exercise-length = { $minutes } minuter
exercise-takes = { $minutes } minuter, grupper om { $size }. Utse en som håller tiden.
exercise-steps = Steg för steg
exercise-minutes = minut { $begins }–{ $ends }
exercise-questions = Frågor till hjälp
exercise-back = Ta med tillbaka
exercise-groups = Grupper
exercise-group = Grupp { $number }
exercise-brought-back = Det grupperna tog med tillbaka
exercise-bring-back = Gruppens tre meningar
exercise-size = Personer i varje grupp
exercise-choose-size = Välj hur många varje grupp ska ha.
exercise-groups-how = Grupperna görs av dem som har svarat att de kommer, så att kommunerna blandas. Namnen syns på kortet.
exercise-too-few =
    { $count ->
        [0] Ingen har svarat att de kommer. Lägg ut utan grupper, eller vänta på svaren.
        [one] En har svarat att den kommer. Det räcker inte till en grupp om { $size }.
       *[other] { $count } har svarat att de kommer. Det räcker inte till en grupp om { $size }.
    }
exercise-put-out = Lägg ut med grupper
exercise-put-out-alone = Lägg ut utan grupper
exercise-is-out = Övningen ligger i träffens tråd.
exercise-gone = Den övningen eller träffen finns inte kvar.
exercise-write = Skriv en egen övning
exercise-own = Egen övning
exercise-how = Skriv som i exemplet: rubrik, syfte, gruppernas storlek (3–6) och tre listor. Ett steg börjar med sina minuter.
exercise-words = Övningen
exercise-line = Rad { $line }: { $problem }
exercise-save = Spara
exercise-saved = Övningen är sparad.
exercise-change = Ändra
exercise-remove = Ta bort
exercise-removed = Övningen är borttagen. Det som redan är utlagt ligger kvar.
exercise-which = Vilken grupp?
exercise-choose-group = Välj grupp.
exercise-sentences = Tre meningar, en på varje rad
exercise-sentences-wrong = Skriv en till { $sentences } rader, högst { $most } tecken på varje.
exercise-thanks = Tack. Kortet ändras, och meningarna kommer med i utkastet till mötesanteckningar.
