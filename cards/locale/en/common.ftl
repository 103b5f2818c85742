# Words that several cards share.
and = and
