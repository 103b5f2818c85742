# Möten: underlag, utkast, mötesanteckningar, vad som ska göras.
meeting-section =
    { $kind ->
        [learned] Vad vi lärde
        [decision] Beslut
        [action] Att göra
        [question] Öppna frågor
        [try] Vad vi prövar hemma
        [next] Nästa träff
       *[discussed] Det talade vi om
    }
meeting-notes-from = Mötesanteckningar från { $date }
meeting-corrected = rättad { $date }
meeting-due = senast { $date }
meeting-overdue = skulle ha varit klart { $date }
meeting-done = klart
meeting-more = Visa mer
meeting-less = Visa mindre
meeting-next-at = kl. { $time }
meeting-next-theme = Tema: { $theme }
meeting-ask = Fråga mig om det som står här, så svarar jag ur anteckningarna. ”@Erfa att göra” visar det som återstår.
meeting-summary = Mötesanteckningar: { $title }

# Underlaget.
meeting-new = Sammanfatta ett möte
meeting-new-how = Klistra in anteckningarna, så gör jag ett utkast som du går igenom. Inget syns för andra förrän du publicerar.
meeting-new-files = I en egen chatt med mig kan du i stället skicka en fil: .vtt, .docx, .pdf, .txt eller .md.
meeting-new-no-files = Filer når mig inte här. Klistra in texten i stället, eller skicka filen i en egen chatt med mig.
meeting-label-title = Mötets namn
meeting-label-held = Dag
meeting-label-words = Anteckningar
meeting-title-error = Skriv vad mötet heter.
meeting-held-error = Välj vilken dag mötet var.
meeting-words-error = Klistra in anteckningarna.
meeting-make = Gör ett utkast
meeting-untitled = Nätverksträff
meeting-ready = Utkastet till ”{ $title }” är klart att gå igenom.
meeting-ready-elsewhere = Utkastet till ”{ $title }” är klart att gå igenom. Skriv ”@Erfa sammanfatta” i nätverkets kanal, eller ”sammanfatta” i en egen chatt med mig.
meeting-unfinished = Påbörjade utkast
meeting-show-unfinished = Visa påbörjade utkast
meeting-open-draft = Fortsätt
meeting-drafts-more =
    { $count ->
        [one] … och ett utkast till. Publicera eller släng något, så får det plats.
       *[other] … och { $count } utkast till. Publicera eller släng något, så får de plats.
    }
meeting-only-leaders = Mötesanteckningar görs av nätverkets processledare. Skriv ”ledare” så ser du vilka de är.
meeting-notes-of-others = Det här ser ut som mötesanteckningar, och jag har inte sparat dem: ge dem till en processledare, som kan göra dem till ett inlägg. Skriv ”ledare” så ser du vilka de är.
meeting-out-of-reach = Jag kunde inte hämta filen. Skicka den en gång till, eller klistra in texten.
meeting-one-file = Jag läser en fil i taget. Skicka den som hör till mötet ensam.
meeting-unreadable =
    { $reason ->
        [wrong-type] Den filen kan jag inte läsa. Jag läser .vtt, .docx, .pdf, .txt och .md.
        [empty] Det finns ingen text att läsa.
        [encrypted] Filen är låst med lösenord. Spara den utan lösenord och skicka den igen, eller klistra in texten.
        [broken] Filen går inte att läsa; den verkar vara skadad. Spara den på nytt och skicka den igen, eller klistra in texten.
        [too-large] Filen är för stor. Jag läser filer på högst 20 MB; klistra annars in texten.
        [too-long] Texten är för lång för ett möte. Dela upp den och ta en del i taget.
        [not-swedish] Jag förstår bara möten på svenska.
       *[no-text] Jag hittar ingen text i filen. Är den inskannad? Klistra in texten i stället.
    }
meeting-or-lessons = Skulle filen bli utkast till lärdomar i stället? Skicka den en gång till och skriv ”bidra”.
meeting-nothing-found = Jag hittar inget att ta upp i texten. Rubriker som ”Beslut” och ”Att göra” hjälper mig.

# Utkastet.
meeting-draft = Utkast: { $title }
meeting-draft-sure = Allt som står i anteckningarna är förbockat. Ta bort bocken för det som inte ska med.
meeting-draft-guessed = Det här är förslag ur underlaget. Bocka för det som ska med; inget annat kommer med.
meeting-record = Inlägget är troligen en allmän handling. Fråga er registrator om ni är osäkra.
meeting-edit = Ändra
meeting-doubtful-owner = Osäkert vem. Kanske { $name } i stället.
meeting-doubtful-due =
    { $known ->
        [other] Osäker dag. Kanske { $date } i stället.
        [some] Osäkert om en dag nämndes. Kanske { $date }.
       *[none] Osäker dag. Kanske en annan, kanske ingen alls.
    }
meeting-doubtful = Osäkert: { $parts }. Se efter innan du bockar för.
meeting-part =
    { $part ->
        [day] dagen
        [hour] klockslaget
        [place] platsen
       *[theme] temat
    }
meeting-label-text = Så här står det i inlägget
meeting-label-owner = Vem
meeting-label-due = Senast
meeting-add = Lägg till
meeting-label-add = En rad för varje
meeting-names = Namn
meeting-names-how = Skriv kommunen i stället för namnet, så står kommunen i inlägget.
meeting-label-name = { $name } skrivs
meeting-later = Nästa sida
meeting-earlier = Föregående sida
meeting-preview = Förhandsgranska
meeting-close = Spara till senare
meeting-discard = Släng utkastet
meeting-discard-sure = Ska utkastet till ”{ $title }” slängas? Det går inte att få tillbaka.
meeting-discard-yes = Ja, släng
meeting-discard-no = Nej, behåll
meeting-discarded = Utkastet är slängt.
meeting-saved = Utkastet är sparat. Skriv ”sammanfatta” när du vill fortsätta.
meeting-draft-gone = Det utkastet finns inte kvar. Skriv ”möten” för att se och rätta det som är publicerat, eller ”sammanfatta” för att börja på ett nytt.
meeting-overtaken = Någon annan hann ändra samma sak. Det du skrev står i fälten: spara igen om det ska gälla i stället för det här.
meeting-preview-how = Så här blir inlägget i kanalen.
meeting-preview-changed = Utkastet har ändrats sedan du förhandsgranskade det. Så här blir inlägget nu.
meeting-where =
    { $last ->
        [true] Inlägget hamnar i kanalen där du senast skrev till mig eller klickade på ett kort.
       *[false] Inlägget hamnar i kanalen som utkastet är knutet till. Det är inte den där du senast skrev till mig eller klickade på ett kort.
    } Ska det stå i en annan kanal? Skriv ”@Erfa sammanfatta” där och fortsätt med utkastet.
meeting-publish = Publicera i kanalen
meeting-publish-again = Rätta inlägget
meeting-back = Ändra mer
meeting-published = Publicerat. Inlägget syns i kanalen om en liten stund.
meeting-republished = Rättat. Ändringen syns i kanalen om en liten stund.
meeting-republished-alone = Rättat i anteckningarna. Inlägget i kanalen kan jag inte längre ändra, så det står kvar som det var.
meeting-none-ticked = Inget är förbockat. Bocka för minst en rad som ska med.
meeting-no-channel = Jag vet inte i vilken kanal inlägget ska stå. Skriv ”@Erfa sammanfatta” i kanalen och fortsätt med utkastet där.
meeting-too-much = Det är för mycket för ett inlägg i Teams. Ta bort bocken för några rader, eller korta dem.

# Möten och det som ska göras.
meetings-title = Möten
meetings-none = Inga mötesanteckningar är publicerade ännu. En processledare gör dem med ”sammanfatta”.
meetings-open = Öppna
meetings-back = Visa alla möten
meetings-post = Visa inlägget i kanalen
meetings-post-absent = Inlägget finns inte i kanalen. Välj ”Rätta” och publicera, så läggs det ut på nytt.
meetings-keep = Gör till lärdom
meetings-keep-head = Gör en lärdom av mötet
meetings-keep-how = Formuläret fylls i med det du väljer. Du ändrar som du vill, och ingen annan ser lärdomen förrän du skickar den.
meetings-keep-choose = Vad ska fler få del av?
meetings-keep-next = Fortsätt
meetings-keep-back = Tillbaka till mötet
meetings-situation = Ur mötesanteckningarna ”{ $title }”, { $date }.
meetings-correct = Rätta
meetings-remove = Ta bort
meetings-remove-sure = Ska mötesanteckningarna ”{ $title }” tas bort? Då svarar jag inte längre ur dem, och det som skulle göras försvinner ur listan.
meetings-remove-both = Ta bort, även inlägget
meetings-remove-keep = Ta bort, men låt inlägget stå
meetings-remove-no = Nej, behåll
meetings-removed = Mötesanteckningarna är borttagna.
meetings-gone = De mötesanteckningarna finns inte längre. Skriv ”möten” så visar jag dem som finns.
to-do-title = Att göra
to-do-none = Inget återstår att göra från nätverkets möten.
to-do-mark = Klart
to-do-undo = Ångra
to-do-marked = Markerat som klart: { $text }
to-do-unmarked = Åter att göra: { $text }
to-do-gone = Det finns inte längre att göra. Skriv ”att göra” så visar jag det som återstår.
