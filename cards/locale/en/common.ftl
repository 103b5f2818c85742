# Words that several cards share.
and = and
page = Page { $page } of { $pages }
page-earlier = Previous page
page-later = Next page
