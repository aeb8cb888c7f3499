"""The kinds of organizations that have words in every language of the interface. Others are shown as they were typed."""

KINDS = (
    "parliament",
    "assembly",
    "committee",
    "ministry",
    "authority",
    "municipality",
    "broadcaster",
    "news_agency",
    "university",
    "institute",
    "union",
    "political_group",
    "association",
    "ngo",
    "company",
    "international",
)
