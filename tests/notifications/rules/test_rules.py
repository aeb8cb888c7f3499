"""The table of rules beside the texts, in every language: what a rule promises is written, and nothing else is."""

from dataclasses import replace
from typing import Any

import pytest

from services.notifications.mirrors import STANDINGS
from services.notifications.rules import (
    BY_EVENT,
    END,
    EVERYBODY,
    RULES,
    START,
    TEMPLATES,
    Moment,
    Rule,
    rule_of,
    rules_of,
)
from services.notifications.wording import heading
from services.notifications.wording.render import FRAME
from shared.contracts.editions import EDITIONS
from shared.locale import LANGUAGES
from tests.house.texts import said, words_of
from tests.notifications.rules.test_told import UNTOLD
from tests.notifications.wording.golden import EVENTS

WORDING = "services.notifications.wording"
TOLD = [rule for rule in (*RULES, *EVERYBODY) if rule.template]


def name(rule: Rule) -> str:
    return f"{rule.event.__name__} {rule.template}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", TOLD, ids=name)
def test_a_text_inserts_only_what_its_event_tells(rule: Rule, language: str) -> None:
    texts = said(WORDING, language)
    mail = texts[rule.template].inserted | texts[f"{rule.template}-subject"].inserted
    assert mail <= {*rule.facts, "edition" if rule.event.topic is EDITIONS else "gathering"}
    for word in FRAME:
        assert texts.get(f"{rule.template}-{word}", texts[word]).inserted <= {"name"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", TOLD, ids=name)
def test_every_fact_of_a_rule_has_its_label_and_each_of_few_words_is_translated(rule: Rule, language: str) -> None:
    texts = said(WORDING, language)
    assert set(rule.facts) <= rule.event.model_fields.keys()
    assert {f"fact_{fact}" for fact in rule.facts} | words_of(rule) <= texts.keys()


@pytest.mark.parametrize("rule", TOLD, ids=name)
def test_a_moment_of_a_rule_is_known_from_its_facts_or_its_gathering(rule: Rule) -> None:
    named = {each.of for each in (rule.when, rule.until) if isinstance(each, Moment)} - {START.of, END.of}
    assert named <= {fact for fact in (*rule.facts, *rule.keeps) if rule.is_time(fact) or rule.is_day(fact)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_without_a_rule(language: str) -> None:
    texts = said(WORDING, language).keys()
    assert {key.removesuffix("-subject") for key in texts if key.endswith("-subject")} == TEMPLATES.keys()
    assert {key for key in texts if key.startswith("fact_")} == {f"fact_{fact}" for rule in TOLD for fact in rule.facts}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_mail_that_is_not_written_yet_has_a_heading(template: str, language: str) -> None:
    told = said(WORDING, language)[f"{template}-subject"].inserted
    assert ("…" in heading(template, language)) is bool(told)
    assert heading(template, language) != template


@pytest.mark.parametrize("rule", TOLD, ids=name)
def test_the_rules_of_one_template_differ_in_the_event_alone(rule: Rule) -> None:
    """What the sender asks of a rule it asks by the template."""
    other = TEMPLATES[rule.template]
    assert replace(rule, event=other.event, says=other.says) == other


@pytest.mark.parametrize("rule", EVERYBODY, ids=name)
def test_what_everybody_is_told_has_a_template_of_its_own(rule: Rule) -> None:
    """Whom an announcement is for is asked by the template alone."""
    assert rule_of(rule.template) is rule


@pytest.mark.parametrize("event", [*EVENTS, *UNTOLD], ids=lambda event: event.type)
def test_an_event_leaves_what_it_tells_of_in_one_standing(event: Any) -> None:
    assert len({rule.standing for rule in rules_of(event)}) <= 1
    assert len({rule.template for rule in rules_of(event)}) == len(rules_of(event)), "told twice in the same words"


def test_every_rule_has_an_example() -> None:
    seen = [rule for event in (*EVENTS, *UNTOLD) for rule in rules_of(event)]
    assert [name(rule) for rule in RULES if rule not in seen] == []


def test_what_is_told_of_has_a_mirror_that_says_where_it_stands() -> None:
    assert {event.topic.name for event in BY_EVENT} == STANDINGS.keys()
