# What people say of themselves.
people-door-profile = Min profil
people-door-profile-what = Berätta vad du har gått igenom och vad du står inför, och välj själv om andra får hitta dig. Knappen öppnar din egen profil. Bara du ser den, och alla i nätverket kan klicka.
people-door-profile-open = Öppna min profil
people-only-in-private = Det här får bara du se, och den här versionen av Teams kan inte visa något för bara dig. Skriv till mig i en egen chatt i stället, eller öppna kanalen i en nyare Teams.
people-no-network = Jag vet inte vilket nätverk du hör till. Skriv ”@Erfa min profil” i nätverkets kanal en gång, så känner jag igen dig här också.
people-profile = Din profil
people-name = { $name } (namnet kommer från Teams)
people-status =
    { $status ->
        [new] Du har ingen profil i det här nätverket ännu. Ingen kan hitta dig.
        [found] Andra i nätverket kan hitta dig.
        [paused] Din profil är pausad till och med { $until }. Ingen kan hitta dig så länge.
       *[hidden] Ingen kan hitta dig.
    }
people-saved = Profilen är sparad.
people-label-home = Kommun eller organisation
people-label-role = Roll
people-label-been-through = Det här har jag gått igenom
people-label-been-words = Har gått igenom, med egna ord
people-label-faces = Det här står jag inför
people-label-faces-words = Står inför, med egna ord
people-label-would-ask = Det här skulle jag vilja fråga någon om
people-label-findable = Får andra hitta dig?
people-label-matchable = Vill du bli matchad?
people-label-paused = Pausa till och med
people-label-not-with = Personer jag inte vill matchas med
people-hint-words = Skilj åt med komma, till exempel: markförvärv, Torsboda-fallet
people-yes-findable = Ja, andra i nätverket får hitta mig
people-yes-matchable = Ja, jag vill vara med när nätverket parar ihop kollegor för samtal
people-hint-findable = Den som söker eller frågar i nätverket får se ditt namn, din kommun, din roll och vad du har gått igenom och står inför, och får en länk till en chatt med dig. Erfa kan också nämna dig under ett svar.
people-hint-matchable = Erfa får då föreslå dig ett samtal med kollegor från andra kommuner. De som du blir föreslagen ser ditt namn, din kommun, din roll och vad du har gått igenom och står inför. Du tackar ja eller nej varje gång.
people-hint-paused = Så länge kan ingen hitta dig, och du blir inte matchad.
people-hint-not-with = Ett namn på varje rad. Listan visas aldrig för någon annan.
people-error-home = Välj kommun eller organisation.
people-error-paused = Välj i dag eller en senare dag, eller lämna tomt.
people-error-been-words = Skriv eller välj något du har gått igenom eller står inför. Annars finns det inget att hitta dig på.
people-error-too-long = Skriv kortare.
people-home =
    { $home ->
        [agency] Statlig myndighet
       *[other] Annan organisation
    }
people-save = Spara
