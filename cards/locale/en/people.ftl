# What people say of themselves.
people-door-profile = My profile
people-door-profile-what = Tell what you have been through and what you face, and decide whether others may find you. The button opens your own profile. Only you see it, and everybody in the network may click.
people-door-profile-open = Open my profile
people-only-in-private = This is for your eyes only, and this version of Teams cannot show anything to you alone. Write to me in a chat of our own instead, or open the channel in a newer Teams.
people-no-network = I do not know which network you belong to. Write “@Erfa my profile” in the network's channel once, and I will know you here as well.
people-profile = Your profile
people-name = { $name } (the name comes from Teams)
people-status =
    { $status ->
        [new] You have no profile in this network yet. Nobody can find you.
        [found] Others in the network can find you.
        [paused] Your profile is paused through { $until }. Nobody can find you until then.
       *[hidden] Nobody can find you.
    }
people-saved = The profile is saved.
people-label-home = Municipality or organisation
people-label-role = Role
people-label-been-through = I have been through this
people-label-been-words = Been through, in your own words
people-label-faces = I face this
people-label-faces-words = Facing, in your own words
people-label-would-ask = What I would like to ask somebody
people-label-findable = May others find you?
people-label-matchable = Do you want to be matched?
people-label-paused = Pause through
people-label-not-with = People I do not want to be matched with
people-hint-words = Put commas between, for instance: land acquisition, the Torsboda case
people-yes-findable = Yes, others in the network may find me
people-yes-matchable = Yes, I want to take part when the network pairs colleagues for talks
people-hint-findable = Whoever searches or asks in the network may see your name, your municipality, your role, what you have been through and what you face, and gets a link to a chat with you. Erfa may also name you under an answer.
people-hint-matchable = Erfa may then propose a talk with colleagues from other municipalities. Those you are proposed to see your name, your municipality, your role and what you have been through and face. You say yes or no each time.
people-hint-paused = Until then nobody can find you, and you are not matched.
people-hint-not-with = One name a line. The list is never shown to anybody else.
people-error-home = Choose a municipality or organisation.
people-error-paused = Choose today or a later day, or leave it empty.
people-error-been-words = Write or choose something you have been through or face. Otherwise there is nothing to find you by.
people-error-too-long = Make it shorter.
people-home =
    { $home ->
        [agency] Government agency
       *[other] Another organisation
    }
people-save = Save
