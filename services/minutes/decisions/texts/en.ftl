# What a decision brings about, and what became of that. $what, $when: a gathering or an edition, and a time.

brings_about = Effect: { $what }
brings_postpone = { $what } is postponed.
brings_postpone_to = { $what } is put off to { $when }.
brings_in_person = { $what } is held in person.
brings_online = { $what } is held online.
brings_hybrid = { $what } is held in person and online.
brings_call_meeting = A meeting of { $what } is called for { $when }.
brings_call_coordination = The next coordination meeting of { $what } is called for { $when }.
an_edition = edition { $number } of “{ $series }”
not_on_record = what is not on record here
stands_not_yet = Nothing is done before the decision is adopted.
stands_pending = It waits for an office of the body that decided, or for the secretariat, to confirm it.
stands_confirmed = It was confirmed, and is being carried out.
stands_refused = It was refused: { $why }
stands_lapsed = It lapsed before anybody had answered: the decision does not say so any more.
stands_carried_out = It was confirmed, and carried out on { $on }.
stands_stays = It was carried out on { $on }, and stays so, although the decision does not say so any more.
stands_failed = It was confirmed, and could not be carried out: { $why }
hindrance_already = it was so already.
hindrance_draft = nobody has announced the gathering.
hindrance_begun = the gathering had begun.
hindrance_over = it was over.
hindrance_cancelled = the gathering was cancelled.
hindrance_postponed = it was postponed before.
hindrance_lapsed = the edition had lapsed.
hindrance_time = this time does not go with it.
