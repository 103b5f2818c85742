# Who leads the network.
leaders-none = The network has no leader yet. Appoint one by writing “@Erfa leader @name”.
leaders-are =
    { $count ->
        [one] The leader here is { $names }. A leader appoints more by writing “@Erfa leader @name”.
       *[other] The leaders here are { $names }. A leader appoints more by writing “@Erfa leader @name”.
    }
leaders-appointed =
    { $count ->
        [one] { $names } is now a leader here.
       *[other] { $names } are now leaders here.
    }
leaders-left = The network no longer has a leader: the one it had has left the team. Appoint another by writing “@Erfa leader @name”.
leaders-not-yours = Only a leader can appoint more. Write “leader” to see who they are.
leaders-only-in-channel = Appoint leaders in the network's channel, so that everybody sees it. Write “@Erfa leader @name”.
