# Posts that did not come through as they should.
posts-troubles =
    { $count ->
        [one] One post did not come through as it should
       *[other] { $count } posts did not come through as they should
    }
posts-more =
    { $count ->
        [one] One more, which is older, is shown when these are settled.
       *[other] { $count } more, which are older, are shown when these are settled.
    }
posts-fine = No post is waiting for you to look.
posts-private = A message in somebody's private chat
posts-unclear =
    { $private ->
        [true] Teams did not answer, so I do not know whether the message came through. Only its reader can see that.
       *[false] Teams did not answer, so I do not know whether the post came through. Look in the channel whether it is there.
    }
posts-why =
    { $why ->
        [late]
            { $there ->
                [true] The post should have been changed or deleted, but Teams did not take it in time. It is as it was.
               *[false] It was not posted, because it got too late.
            }
        [refused] Teams takes nothing from me there. Erfa has probably been removed, or may not write there.
        [unfit] Teams cannot show it the way it is made. Tell whoever looks after Erfa.
        [gone] The post should have been changed, but somebody has deleted it in Teams.
       *[lost] It is in Teams, but I do not know under which id and can neither change nor delete it. Delete it by hand if need be.
    }
posts-there = It is there
posts-again = Post again
posts-noted-there = Thank you, the post counts as posted.
posts-noted-again = The post is being made again.
posts-decided = That was settled already.
posts-only-leaders = Only a leader can settle that. Write “leader” to see who they are.
