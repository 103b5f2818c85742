# Rounds of triads and pairs.
round-kind =
    { $size ->
        [2] Parsamtal
       *[3] Triadsamtal
    }
round-title =
    { $size ->
        [2] Parsamtal: vill du vara med?
       *[3] Triadsamtal: vill du vara med?
    }
round-what =
    { $size ->
        [2] Två kollegor från två kommuner pratar i 45 minuter om var sin utmaning. Jag parar ihop er så att den ena gärna har gått igenom det som den andra står inför.
       *[3] Tre kollegor från tre kommuner pratar i 45 minuter om var sin utmaning. Jag sätter ihop er så att någon gärna har gått igenom det som en annan står inför.
    }
round-how = Klicka på ”Jag är med” senast { $date } kl. { $time }. Sedan får du ett förslag som bara du och de andra i gruppen ser, och kan tacka ja eller nej.
round-asked-willing = Den här gången för dig som har sagt i din profil att du vill bli matchad.
round-count =
    { $count ->
        [0] Ingen är med ännu.
        [one] En är med.
       *[other] { $count } är med.
    }
round-names = Med är: { $names }
round-closed =
    { $count ->
        [0] Anmälan är stängd. Ingen var med.
        [one] Anmälan är stängd. En var med.
       *[other] Anmälan är stängd. { $count } var med.
    }
round-closed-how = Klicka för att se vilka jag föreslår dig att prata med. Bara du ser det som öppnas. Svara inom tre dagar.
round-summary = { $kind }: vill du vara med? Svara senast { $date }.
round-join = Jag är med
round-see = Min anmälan
round-see-group = Visa mitt förslag
round-manage = Hantera
round-joined = Du är med. Anmälan stänger { $date } kl. { $time }, och sedan får du ett förslag.
round-joined-profile = Din profil säger nu att du vill bli matchad. Det kan du ändra när du vill.
round-leave = Jag vill inte vara med
round-left = Du är inte med längre. Du kan anmäla dig igen tills anmälan stänger.
round-own-in = Du är med.
round-own-out = Du har inte anmält dig.
round-own-not-in = Du är inte med i den här omgången.
round-own-forming = Grupperna formas just nu. Titta här igen om en stund.
round-own-none = Den här gången hittade jag ingen grupp till dig. Nästa gång står du först på tur.
round-own-none-how = Det blir så när för få är med, eller för många från samma kommun.
round-gone = Den omgången finns inte kvar.
round-not-open = Anmälan är stängd.
round-not-asked = Den här omgången är för dem som har sagt i sin profil att de vill bli matchade. Öppna ”min profil”, kryssa för det och klicka igen.
round-paused = Du har pausat din profil, så jag kan inte matcha dig när grupperna formas. Ta bort pausen i ”min profil” och klicka igen.
round-form = Var arbetar du?
round-form-what = Jag sätter aldrig ihop två från samma kommun, så det behöver jag veta. Berätta gärna också vad du har gått igenom och står inför, så blir gruppen bättre. Det sparas i din profil, som säger att du vill bli matchad men inte visas för andra än dem du blir föreslagen att prata med.
round-form-join = Spara, jag är med
round-new = Ny omgång samtal
round-new-what = Jag frågar i kanalen vilka som vill vara med, och sätter ihop grupper när anmälan stänger.
round-size = Hur många i varje grupp?
round-size-choice =
    { $choice ->
        [2] Två, parsamtal
       *[3] Tre, triadsamtal
    }
round-asked = Vilka får vara med?
round-asked-choice =
    { $choice ->
        [willing] De som har sagt i sin profil att de vill bli matchade
       *[all] Alla i kanalen
    }
round-date = Anmälan stänger den
round-time = Klockan
round-time-error = Välj ett klockslag.
round-named = Visas namnen?
round-named-words = Visa i kanalen vilka som är med, inte bara hur många
round-choose-one = Välj ett av alternativen i listan.
round-error-closes = Välj en tid som ligger framför oss, högst 90 dagar bort.
round-call = Fråga i kanalen
round-called = Frågan kommer i kanalen.
round-only-leaders = Bara processledare kan bjuda in till samtal.
round-only-in-channel = Bjud in till samtal från kanalen. Skriv ”@Erfa triader” där.
round-none = Det pågår ingen omgång samtal just nu. Processledaren bjuder in.
round-running = Det pågår en omgång samtal i nätverket. Klicka för att se din anmälan eller ditt förslag. Bara du ser det som öppnas.
round-still-running = En omgång pågår redan. Den är över när alla har svarat på sina förslag.
round-status = Omgången som pågår
round-status-open = Anmälan stänger { $date } kl. { $time }.
round-status-groups =
    { $agreed ->
        [0] Ingen grupp är klar.
        [one] En grupp är klar.
       *[other] { $agreed } grupper är klara.
    } { $open ->
        [0] Ingen väntar på svar.
        [one] En väntar på svar.
       *[other] { $open } väntar på svar.
    }
round-close = Stäng anmälan nu
round-close-sure = Ska jag stänga anmälan och sätta ihop grupperna nu?
round-close-yes = Ja, stäng
round-close-done = Anmälan är stängd. Förslagen kommer om en stund.
round-cancel = Avbryt omgången
round-cancel-sure = Ska jag avbryta omgången? Alla förslag försvinner, och frågan tas bort ur kanalen. Det går inte att ångra.
round-cancel-yes = Ja, avbryt
round-cancel-done = Omgången är avbruten.
round-no = Nej, tillbaka
round-back = Tillbaka
round-news =
    { $size ->
        [2] Nu finns det förslag på vilka som ska prata med varandra. Klicka för att se om du har ett.
       *[3] Nu finns det förslag på grupper. Klicka för att se om du har ett.
    }
round-silenced = Du har inte svarat på mina tre senaste förslag, så jag föreslår dig inga fler. Vill du vara med igen räcker det att klicka på ”Jag är med” nästa gång.
round-coverage = Vilka har träffats?
round-coverage-what = Hur många andra kommuner och organisationer var och en har varit i samtal med. Vem som har tackat nej syns ingenstans.
round-coverage-none = Ingen grupp har tackat ja ännu.
round-coverage-table = Samma sak i ord
round-coverage-line =
    { $count ->
        [0] 0 – ännu ingen
       *[other] { $count } – { $places }
    }
round-coverage-number = { $place } ({ $times } gånger)
round-coverage-learned = Det här har grupper tagit med sig
round-protocol = Stödet för samtalet
round-protocol-edit = Ändra stödet för samtalet
round-protocol-how = Texten står i varje grupps tråd, ovanför vem som berättar, frågar och lyssnar i varje varv. Töm fältet för att få tillbaka min egen text.
round-protocol-save = Spara
round-protocol-saved = Stödet är sparat.
round-protocol-error = Skriv högst { $most } tecken, utan formatering och länkar.
round-protocol-usual =
    Börja (5 min): Vem är du, och vilken är din utmaning just nu?
    Ett varv var: Den som berättar beskriver sin utmaning. Den som frågar hjälper till att se den från nya håll och ger inga råd ännu. Den som lyssnar säger sist vad hen hörde.
    Avsluta (10 min): Vad tar du med dig hem, och vad prövar du först?
triad-proposal =
    { $count ->
        [2] Ni två, från två håll
        [3] Ni tre, från tre håll
       *[other] Ni fyra, från fyra håll
    }
triad-why = Varför ni?
triad-why-helped = { $faces } står inför { $what }. { $been } har gått igenom det.
triad-why-both =
    { $count ->
        [2] { $who } står båda inför { $what }.
       *[other] { $who } står alla inför { $what }.
    }
triad-why-you-helped = Du står inför { $what }. { $been } har gått igenom det.
triad-why-help-you = { $faces } står inför { $what }. Du har gått igenom det.
triad-why-none = Ni kommer från olika håll, och ser varandras frågor utifrån.
triad-you = Du
triad-faces = Står inför:
triad-been-through = Har gått igenom:
triad-answer-by = Svara senast { $date } kl. { $time }. Inget svar räknas som nej. Ingen får veta vem som har tackat nej.
triad-then = När alla har sagt ja skriver jag en tråd i kanalen som nämner er, med tre förslag på tid och en fråga att börja med, hämtad ur det ni har berättat.
triad-yes = Ja, gärna
triad-no = Inte nu
triad-accepted = Du har sagt ja. När alla har sagt ja kommer en tråd i kanalen.
triad-own-agreed = Alla har sagt ja: du, { $names }. Er tråd finns i kanalen.
triad-declined = Tack för svaret. Ingen får veta vem som har tackat nej.
triad-gone = Det förslaget gäller inte längre.
triad-title =
    { $count ->
        [2] Ett parsamtal
        [4] Ett samtal för fyra
       *[other] Ett triadsamtal
    }
triad-agreed = { $mentions }: ni har sagt ja till att prata med varandra i 45 minuter.
triad-colleague = en kollega ({ $home })
triad-agreed-summary = { $names } har sagt ja till ett samtal.
triad-question = En fråga att börja med
triad-question-helped = { $faces } står inför { $what }, och { $been } har gått igenom det: vad hade du velat veta från början?
triad-question-both = Flera av er står inför { $what }: vad är svårast just nu, och vad har ni prövat?
triad-question-none = Vad är svårast i er utmaning just nu, och vad har ni redan prövat?
triad-times = Tre förslag på tid
triad-time = { $date } kl. { $time }
triad-times-how = Svara här i tråden om vilken tid som passar.
triad-chat = Starta en gruppchatt
triad-chat-how = Länken kan stanna hos er organisation. Då fungerar tråden lika bra.
triad-topic = Erfa: samtal
triad-roles = Så går det till, { $minutes } minuter
triad-turn =
    { $listens ->
        [nobody] Varv { $number } ({ $minutes } min): { $tells } berättar, { $asks } frågar och lyssnar.
       *[other] Varv { $number } ({ $minutes } min): { $tells } berättar, { $asks } frågar, { $listens } lyssnar.
    }
triad-met = { $mentions }: blev det av?
triad-met-summary = Blev samtalet av?
triad-learned = Vad tog ni med er? (frivilligt, alla i kanalen kan läsa det)
triad-learned-open = Berätta vad ni tog med er
triad-met-yes = Ja
triad-met-booked = Det är bokat
triad-met-no = Nej
triad-met-told =
    { $met ->
        [yes] Samtalet blev av.
        [booked] Samtalet är bokat.
       *[no] Samtalet blev inte av.
    }
triad-met-learned = Det tog de med sig:
triad-keep = Gör till lärdom
triad-keep-how = Den som skrev det kan göra en lärdom av det. Ingen annan ser formuläret.
triad-keep-not-yours = Bara den som skrev det kan göra en lärdom av det.
triad-situation = Ur ett samtal mellan kollegor från { $homes }.
triad-met-thanks = Tack! Jag har antecknat det.
triad-met-not-yours = Det kan bara de som är i gruppen svara på.
triad-met-error = Skriv kortare, högst { $most } tecken.
