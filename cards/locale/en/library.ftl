# The case library.
case-municipality = Municipality
case-in-phase = Phase
case-themes = Themes
case-last-checked = Last checked
case-visibility = Visibility
case-confidential = confidential: shown to the network's leaders only
case-page = Page { $page } of { $pages }
case-earlier = Previous page
case-later = Next page
case-back-to-answer = Back to the answer
case-back-to-list = Show all cases
cases-all =
    { $count ->
        [one] The case library: one case or theme
       *[other] The case library: { $count } cases and themes
    }
cases-narrowed =
    { $count ->
        [one] One case or theme for { $word }
       *[other] { $count } cases and themes for { $word }
    }
cases-by-municipality = Municipality
cases-by-phase = Phase
cases-by-theme = Theme
cases-others = Themes and background to read
cases-choose = Which one would you like to read?
cases-choose-error = Choose a case or theme from the list.
cases-open = Open
cases-none = I find no case called or about { $word }.
cases-none-next = Try a municipality, a theme or a phase, for example cases mark – or ask in your own words.
