# What Erfa keeps about somebody, and forgetting it.
personal-door-data = Mina uppgifter
personal-door-data-what = Se allt som jag har sparat om dig. Bara du ser det som öppnas, och alla i nätverket kan klicka för sin egen del.
personal-door-data-open = Visa mina uppgifter
personal-door-forget = Glöm mig
personal-door-forget-what = Ta bort allt som jag har sparat om dig. Jag frågar först, och bara du ser frågan.
personal-door-forget-open = Glöm mig …
personal-data = Det här har jag sparat om dig
personal-none = Jag har inte sparat något om dig.
personal-room = Det är mer än vad som får plats här. Filen innehåller allt.
personal-file = Hämta allt
personal-file-name = mina-uppgifter
personal-file-what = Allt som Erfa har sparat om dig. Går det inte att lägga i din OneDrive får du det som text med ”Hämta allt” i kanalen.
personal-file-copy = Allt i en text att kopiera
personal-file-how = Texten är i formatet JSON, som andra program kan läsa. Filer kan jag bara lämna i en egen chatt: skriv ”mina uppgifter” till mig där.
personal-file-large = Det är för mycket för att visa här. Skriv ”mina uppgifter” till mig i en egen chatt, så får du allt som fil där.
personal-fact =
    { $kind ->
        [profile] Din profil
        [private-question] Frågor du har ställt i egen chatt (sparas i 90 dagar)
        [thumb] Tummar du har gett (sparas i 90 dagar)
        [open-question] Öppna frågor du har ställt
        [question-answer] Dina svar på frågor från nätverket
        [poll] Omröstningar du har gjort
        [ballot] Dina svar i omröstningar
        [round] Omgångar av samtal du har bjudit in till
        [round-joined] Omgångar av samtal du är med i
        [round-group] Grupper du har fått förslag om eller är med i
        [round-learned] Vad du har berättat att en grupp tog med sig
        [round-silent] Förslag i rad som du inte har svarat på
        [lesson] Lärdomar du har bidragit med
        [lesson-named] Lärdomar från andra där du står med namn
        [digest] Ditt eget utskick
        [assignment] Hemuppgifter som du har gett
        [trying] Hemuppgifter som du prövar
        [exercise] Övningar där du har suttit i en grupp
        [gathering] Träffar som du har planerat eller nämns i
        [attendance-yes] Träffar som du har sagt att du kommer till
        [attendance-maybe] Träffar som du kanske kommer till
        [attendance-no] Träffar som du har sagt att du inte kan komma till
        [post-to] Meddelanden från mig till dig (sparas i 180 dagar)
        [post-about] Meddelanden i kanalen som nämner dig (sparas i 180 dagar)
        [seen] När och var du senast skrev till mig
        [leader] Att du är processledare
        [meeting] Mötesanteckningar och utkast där du står med namn
       *[chat] Hur jag når dig i en egen chatt
    }
personal-field =
    { $field ->
        [name] Namn
        [address] Adress i Teams
        [home] Kommun eller organisation
        [role] Roll
        [been-through] Har gått igenom
        [faces] Står inför
        [would-ask] Vill fråga om
        [findable] Andra får hitta mig
        [matchable] Jag vill bli matchad
        [paused] Pausad till och med
        [not-with] Vill inte matchas med
        [question] Fråga
        [report] Så gick det
        [title] Rubrik
        [answer] Svar
        [themes] Teman
        [thread] Tråden där du bad om det
        [helped] Till hjälp
        [with] Tillsammans med
        [accepted] Du har sagt ja
        [times] Antal
        [at] När
        [text] Text
        [month] Månad
        [alias] Id i Teams
        [channel] Kanal
        [network] Nätverk
        [chat] Chattens id
        [meeting] Möte
       *[tenant] Katalog (tenant)
    }
personal-yes = ja
personal-since = ja, sedan { $date }
personal-no = nej
personal-forget = Ska jag glömma dig?
personal-forget-what = Då tar jag genast och för alltid bort allt som jag har sparat om dig: din profil, frågorna från din egen chatt, dina tummar, dina svar i pågående omröstningar och om kommande träffar, det du prövar hemma, din plats i övningar, ditt utskick, meddelanden till dig och frågor i kanalen som nämner dig. I avslutade omröstningar och träffar räknas ditt svar, men utan ditt namn.
personal-forget-leader = Du är processledare. Det upphör, så utse gärna någon annan först.
personal-forget-stays = Det du själv har skrivit i Teams ligger kvar där tills du tar bort det. Inlägg som jag gjorde för mer än 180 dagar sedan kan jag inte ändra. Säkerhetskopior gallras av dem som sköter mig.
personal-forget-yes = Ja, glöm mig
personal-forget-no = Nej, visa mina uppgifter
personal-forgotten = Klart. Jag har glömt dig. Skriver du till mig igen sparar jag på nytt det som behövs för att svara.
personal-farewell = Jag glömmer dig snart
personal-farewell-why = Du har inte skrivit till mig på två år. Den { $date } tar jag därför bort allt som jag har sparat om dig.
personal-farewell-how = Vill du att jag behåller det räcker det att du skriver något till mig före dess. Annars behöver du inte göra något.
