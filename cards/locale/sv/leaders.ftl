# Who leads the network.
leaders-none = Nätverket har ingen processledare ännu. Utse en genom att skriva ”@Erfa ledare @namn”.
leaders-are =
    { $count ->
        [one] Processledare här är { $names }. En processledare utser fler genom att skriva ”@Erfa ledare @namn”.
       *[other] Processledare här är { $names }. En processledare utser fler genom att skriva ”@Erfa ledare @namn”.
    }
leaders-appointed =
    { $count ->
        [one] { $names } är nu processledare här.
       *[other] { $names } är nu processledare här.
    }
leaders-left = Nätverket har ingen processledare längre: den som var det har lämnat teamet. Utse en ny genom att skriva ”@Erfa ledare @namn”.
leaders-not-yours = Bara en processledare kan utse fler. Skriv ”ledare” så ser du vilka de är.
leaders-only-in-channel = Utse processledare i nätverkets kanal, så att alla ser det. Skriv ”@Erfa ledare @namn”.
