"""What is sent to record a decision."""

DECISION = {"text": {"en": "The council meets again in spring.", "fa": "شورا در بهار باز گرد هم می‌آید."}}


BY_HANDS = {**DECISION, "adoption": "show_of_hands", "votes": {"in_favour": 2, "against": 1}}


BY_CONSENSUS = {**DECISION, "adoption": "consensus"}
