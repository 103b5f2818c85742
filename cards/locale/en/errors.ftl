# When something went wrong.
error-apology = Something went wrong on my side and I could not answer. Please try again in a minute. If it keeps happening, tell whoever runs Erfa and give the reference { $reference }.
error-try-again = I cannot reach my memory just now. Please try again in a little while.
error-unknown-action = That button belongs to an older message and no longer works. Write “help” and I will show what I can do.
answered-in-thread = The answer comes in a new message.
not-in-network = The button belongs to a network where I cannot see that you are a member. Write to me in its channel, then click again.
