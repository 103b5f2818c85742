# Två fall om samma sak blir ett.
merge-open = Slå ihop med …
merge-choose = Slå ihop { $title } med ett annat fall
merge-what = Välj ett fall eller en lärdom om samma sak. Det som liknar mest står först. Du får se hur det blir innan något ändras.
merge-label = Slå ihop med
merge-error = Välj i listan.
merge-see = Förhandsgranska
merge-back = Tillbaka till fallet
merge-none = Det finns inget annat fall att slå ihop det med.
merge-preview = Så här blir det. Inget är ändrat än.
merge-into =
    { $count ->
        [0] { $other } läggs in här. Allt det säger står redan.
        [one] { $other } läggs in här. En uppgift är ny.
       *[other] { $other } läggs in här. { $count } uppgifter är nya.
    } Det finns sedan inte kvar för sig, men ligger under Bortlagt och går att ta tillbaka. Den som har skrivit en lärdom kan fortfarande rätta den eller ta tillbaka den.
merge-new = Ny:
merge-unchanged =
    { $count ->
        [one] en uppgift, som förut
       *[other] { $count } uppgifter, som förut
    }
merge-more = … och mer, som inte får plats här.
merge-yes = Slå ihop
merge-turn = Behåll hellre { $title }
merge-other = Välj ett annat
merge-done = Fallen är ihopslagna. Länkar och svar leder till det som finns kvar.
merge-confidential = Ett fall som är ej offentligt kan bara slås ihop med ett annat som är ej offentligt.
merge-too-large = Tillsammans blir fallen för stora för att sparas som en fil. Låt dem vara var för sig.
merge-in = Ihopslaget med { $title }
