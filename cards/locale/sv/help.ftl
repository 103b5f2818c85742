# Introduction, help and the sentences between.
intro-title = Hej! Jag är Erfa, nätverkets gemensamma minne.
intro-what = Fråga mig hur andra kommuner har gjort när stora företag vill etablera sig, och hur det har gått. Jag svarar ur fallbanken, anger alltid källan och säger som det är när jag inte vet.
intro-by = { $name } lade till mig här och är därför processledare.
intro-try = Prova till exempel
intro-cases = Visa alla fall
how-title = Så når du mig
how-mention = I kanalen skriver du @Erfa först, även när du svarar i en tråd. I en egen chatt med mig behövs det inte.
how-sources = Siffran efter en uppgift visar vilken källa den kommer från. Osäkra uppgifter är märkta.
help-title = Det här kan jag
help-ask-anything = Ställ en fråga med egna ord, så letar jag i fallbanken. Du kan ställa följdfrågor, till exempel ”och Borlänge då?”.
help-ask-typed = fråga …
help-ask-does = svarar på frågan; ordet ”fråga” kan du hoppa över
help-cases-typed = fall
help-cases-does = visar alla fall; ”fall ludvika” öppnar ett, ”fall mark” visar dem som handlar om mark
help-contacts-typed = kontakter …
help-contacts-does = visar kollegor som har gått igenom det du skriver, eller alla som vill bli hittade; ”vem kan jag prata med om mark?” går också bra
help-profile-typed = min profil
help-profile-does = där berättar du vad du har gått igenom och står inför, och väljer om andra får hitta dig
help-data-typed = mina uppgifter
help-data-does = visar allt som jag har sparat om dig
help-forget-typed = glöm mig
help-forget-does = tar bort allt som jag har sparat om dig; jag frågar först
help-poll-typed = omröstning När ses vi? | tisdag 9 | onsdag 13
help-poll-does = ställer frågan till alla i kanalen; ”omröstning” ensamt öppnar ett formulär och visar tidigare omröstningar
help-evaluation-typed = utvärdering
help-evaluation-does = låter alla svara på fem korta frågor om träffen (processledare)
help-digest-typed = utskick
help-digest-does = visar när nätverkets utskick kommer; processledaren ställer in det, och i en egen chatt kan du få ett eget
help-summary-typed = sammanfatta
help-summary-does = gör ett utkast till mötesanteckningar av anteckningar eller en inspelning; för processledare
help-meetings-typed = möten
help-meetings-does = visar mötesanteckningarna från nätverkets träffar
help-to-do-typed = att göra
help-to-do-does = visar det som återstår efter träffarna; den som har gjort något bockar av det
help-triads-typed = triader
help-triads-does = visar omgången av samtal som pågår och var du står i den; processledaren bjuder in till samtal i grupper om tre eller två
help-leader-typed = ledare
help-leader-does = visar vilka som är processledare; en processledare utser fler med ”ledare @namn”
help-help-typed = hjälp
help-help-does = visar den här hjälpen
example-risk = Hur delar Sundsvall och Timrå risken?
example-land = Vilka kommuner köpte mark i förväg?
example-housing = Hur många bostäder planerar Ludvika?
example-northvolt = Vad hände efter Northvolts konkurs?
said-nothing = Hej! Skriv en fråga så letar jag i fallbanken, eller skriv ”hjälp” så visar jag vad jag kan.
said-picture = Jag kan inte läsa bilder eller filer. Skriv frågan som text, så letar jag i fallbanken.
said-thanks = Varsågod! Säg till när du vill veta mer.
said-too-long = Det var mycket på en gång. Korta ned frågan till högst { $most } tecken, så letar jag.
answer-gone = Det svaret finns inte kvar. Ställ frågan igen, så letar jag på nytt.
case-gone = Det fallet finns inte längre i fallbanken. Skriv ”fall” så visar jag dem som finns.
help-transcripts =
    { $fetched ->
        [yes] Ett möte som en processledare har kallat till sammanfattar jag av mig själv, om det transkriberades i Teams och appen är tillagd i mötet.
       *[no] Utskrifter av möten hämtar jag inte själv här. Skicka filen från Teams till mig i en egen chatt.
    }
