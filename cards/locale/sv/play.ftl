# Att prova Erfa på den egna datorn: i Playground eller i terminalen.
play-starting = Startar Erfa och Microsoft 365 Agents Playground. Första gången hämtas Playground, och det kan ta någon minut.
play-ready = Öppna { $address } och välj { $channel } till vänster. Skriv @Erfa, välj Erfa i listan och fråga till exempel: { $question }
play-terms = Playground är Microsofts och lyder under Microsofts villkor. Den lyssnar på datorns alla nätverk utan inloggning så länge den är i gång.
play-end = Ctrl+C avslutar båda. Loggarna finns i { $folder }.
play-ended = Erfa och Playground är avslutade.
play-no-node = Node.js { $oldest } eller senare med npx saknas här, så Playground kan inte startas.
play-registered = Playground kan bara prata med Erfa i lokalt läge, men ERFA_APP_ID är satt. Ta bort den inställningen här och försök igen.
play-port-taken = Port { $port } är upptagen. Avsluta det som använder den, eller välj en annan port med { $setting }.
play-failed = Playground avslutades utan att det var meningen (kod { $code }). Orsaken står i { $log }.
play-slow = Playground kom inte i gång på { $minutes } minuter. Orsaken kan stå i { $log }.
play-team = Stora etableringar i Dalarna
play-channel = Erfarenhetsutbyte
play-group = Triadsamtal
chat-offer = Skriv { $command } så pratar du med samma Erfa här i terminalen.
chat-instead = I stället kan du prata med samma Erfa här.
chat-how = Skriv en fråga, eller en siffra för att välja något i svaret. Ctrl+C avslutar.
chat-no-such = Det finns inget val { $number } att göra här.
