# People to talk to.
contacts-title = Kollegor att fråga
contacts-asked = Sökning: { $asked }
contacts-been-through = Har gått igenom:
contacts-faces = Står inför:
contacts-chat = Chatta med { $name }
contacts-ask = Fråga i kanalen
contacts-more =
    { $count ->
        [one] En till passar. Sök på något mer bestämt för att se vem.
       *[other] { $count } till passar. Sök på något mer bestämt för att se vilka.
    }
contacts-how = Här syns de som har valt att andra får hitta dem. Skriv ”min profil” om du också vill synas.
contacts-cases = Letade du efter ett svar ur fallbanken? Skriv ”fråga” först.
contacts-none = Ingen av dem som har valt att synas har skrivit om det: { $asked }.
contacts-none-at-all = Ingen i nätverket har valt att synas ännu.
contacts-none-how = Vill du kunna bli hittad? Skriv ”min profil”.
contacts-form = Fråga { $name } i kanalen
contacts-form-what = Frågan läggs i kanalen med ditt namn, så att alla kan läsa den, och { $name } får en avisering.
contacts-form-label = Din fråga
contacts-form-error = Skriv en fråga på högst { $most } tecken.
contacts-send = Skicka
contacts-sent = Frågan läggs nu i kanalen. Svaret kommer där.
contacts-gone = Den personen går inte längre att fråga här.
contacts-posted = { $mention }, { $asker } har en fråga till dig:
contacts-posted-how = { $asker } hittade dig genom Erfa. Svara här i tråden, eller i en egen chatt.
contacts-posted-summary = { $asker } frågar { $name }: { $question }
contacts-beside = Fråga gärna { $name } ({ $home }), som har gått igenom: { $why }.
