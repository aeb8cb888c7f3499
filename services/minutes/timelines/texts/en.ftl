# What became of minutes, as a part of a timeline. $number: of a decision; $gathering: its title.

opened = The minutes were opened
closed = The minutes were closed
approved = The minutes were approved
published = The minutes were published
corrected = The published minutes were corrected
decision_adopted = Decision { $number } was adopted
decision_rejected = Decision { $number } was rejected
decision_deferred = Decision { $number } was deferred
decision_circulated = Decision { $number } was circulated
decision_taken = Decision { $number } was recorded
decision_corrected = Decision { $number } was corrected
decision_withdrawn = Decision { $number } was withdrawn
went_in = Came in: { $gathering }
went_out = Went out: { $gathering }
