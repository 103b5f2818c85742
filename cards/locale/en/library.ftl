# The case library.
case-themes = Themes: { $themes }
case-confidential = Confidential: shown to the network's leaders only
case-back-to-answer = Back to the answer
case-back-to-list = Show all cases
cases-all =
    { $count ->
        [one] The case library: one case or theme
       *[other] The case library: { $count } cases and themes
    }
cases-narrowed =
    { $count ->
        [one] One case or theme about “{ $word }”
       *[other] { $count } cases and themes about “{ $word }”
    }
cases-by-municipality = Municipalities
cases-by-phase = Phases
cases-by-theme = Themes in the cases
cases-narrow = Write “cases” and a word, for example “cases mark”, and I show which cases it concerns.
cases-left-out = The list has room for { $shown } of { $count }. Write “cases” and a municipality, a theme or a phase, and I show fewer.
cases-lessons = Lessons from the network
cases-more-lessons = … and { $count } more. Type “cases” and a word, such as “cases mark”, and I show which.
cases-others = Theme pages and background
cases-choose = Which one would you like to read?
cases-placeholder = Choose from the list
cases-choose-error = Choose a case or theme from the list.
cases-open = Open
search-none = The library has nothing about that. Try a municipality, a theme or a phase.
cases-none = I find no case called or about “{ $word }”.
cases-none-next = Try a municipality, a theme or a phase, for example “cases mark” – or ask in your own words.
