# What became of minutes, as a part of a timeline. $number: of a decision; $gathering: its title.

opened = فُتح المحضر
closed = أُغلق المحضر
approved = أُقر المحضر
published = نُشر المحضر
corrected = صُحّح المحضر المنشور
decision_adopted = اعتُمد القرار { $number }
decision_rejected = رُفض القرار { $number }
decision_deferred = أُرجئ القرار { $number }
decision_circulated = عُرض القرار { $number }
decision_taken = سُجّل القرار { $number }
decision_corrected = صُحّح القرار { $number }
decision_withdrawn = سُحب القرار { $number }
went_in = دخل: { $gathering }
went_out = خرج: { $gathering }
