# Att vårda fallbanken.
curate-open = Vårda fallbanken
curate-title = Vårda fallbanken
curate-part =
    { $look ->
        [waiting] Lärdomar som väntar på beslut
        [drafts] Utkast ur dokument
        [questions] Frågor utan svar
        [disliked] Frågor vars svar inte var till hjälp
        [old] Äldre än ett år
        [differing] Uppgifter som skiljer sig åt
        [most] Mest efterfrågat
        [least] Inte efterfrågat
       *[retired] Bortlagt
    }
curate-why =
    { $look ->
        [waiting] Öppna en lärdom för att godkänna den, be om mer eller säga varför den inte tas med.
        [drafts] IT-avdelningen har läst in dokument åt nätverket. Den som tar hand om ett utkast får det bland sina lärdomar, och kan ändra, skicka eller ta bort det.
        [questions] Frågor som väntar på svar från nätverket, och sedan när.
        [disliked] Hur många som inte hade hjälp av svaret, de senaste 90 dagarna.
        [old] Senast kontrollerade den dag som står under. Ta kontakt med den som vet, eller lägg bort fallet.
        [differing] Två uppgifter om samma sak, tillsammans. Erfa visar båda när någon frågar.
        [most] Hur många frågor som har gällt det de senaste 90 dagarna.
        [least] Ingen har frågat om det på 90 dagar. Dagen är när det senast kontrollerades.
       *[retired] Syns inte i svar, listor, utskick eller export förrän det tas tillbaka.
    }
curate-look = Visa
curate-read = Läs
curate-claim = Ta hand om
curate-none = Det finns inget här just nu.
curate-more = … och { $count } till som inte får plats.
curate-retire = Lägg bort
curate-retire-sure = Ska fallet läggas bort? Det syns då inte i svar, listor, utskick eller export, men går att ta tillbaka.
curate-retire-yes = Ja, lägg bort det
curate-retired = Fallet är bortlagt.
curate-restore = Ta tillbaka
curate-restored = Fallet är tillbaka i fallbanken.
curate-back = Vårda fallbanken
curate-export = Hämta som filer
curate-export-name = fallbanken.zip
curate-export-private = Skriv ”fall” till mig i en egen chatt, så får du filerna där.
curate-export-what = Fallbanken som Markdown: { $count } filer som ”library import” läser, även de fall som är ej offentliga. Mötesanteckningar är inte med.
