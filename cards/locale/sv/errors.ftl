# När något gick fel.
error-apology = Något gick fel hos mig och jag kunde inte svara. Försök igen om en minut. Händer det flera gånger, säg till den som sköter Erfa och ange referensen { $reference }.
error-try-again = Jag kommer inte åt mitt minne just nu. Försök igen om en liten stund.
error-unknown-action = Den knappen hör till ett äldre meddelande och fungerar inte längre. Skriv ”hjälp” så visar jag vad jag kan.
answered-in-thread = Svaret kommer i ett nytt meddelande.
not-in-network = Knappen hör till ett nätverk där jag inte kan se att du är med. Skriv till mig i nätverkets kanal och klicka sedan igen.
