# Words that several cards share.
and = och
