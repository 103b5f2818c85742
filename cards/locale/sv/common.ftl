# Words that several cards share.
and = och
page = Sida { $page } av { $pages }
page-earlier = Föregående sida
page-later = Nästa sida
