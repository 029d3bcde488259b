"""Versions of decisions are added, never changed; the same on SQLite and PostgreSQL."""

import re
from datetime import UTC, datetime

import pytest
from sqlmodel import Session, select

from records.store import Because, Document, documents, results_of, store, store_documents, versions
from records.tables import CriteriaRow, CriteriaUseRow, OutcomeRow, VersionRow

MONDAY = datetime(2030, 4, 1, 8, 0, tzinfo=UTC)
TUESDAY = datetime(2030, 4, 2, 8, 0, tzinfo=UTC)


def test_the_first_decision_of_a_call_is_version_one(engine, decided):
    version = store(engine, decided(A=1), Because("pierwsze"), MONDAY)
    assert (version.version, version.is_new, version.recorded_at) == (1, True, MONDAY)


def test_the_same_decision_again_adds_nothing_and_keeps_its_first_moment(engine, decided):
    store(engine, decided(A=1), Because("pierwsze"), MONDAY)
    again = store(engine, decided(A=1), Because("zmiana"), TUESDAY)
    assert (again.version, again.is_new, again.recorded_at) == (1, False, MONDAY)
    assert len(versions(engine, "przyklad", "1/2030")) == 1


def test_another_decision_is_a_new_version_that_names_its_parent(engine, decided):
    first = store(engine, decided(A=1), Because("pierwsze"), MONDAY)
    second = store(engine, decided(A=2), Because("zmiana"), TUESDAY)
    assert second.version == 2
    with Session(engine) as session:
        assert session.get_one(VersionRow, second.id).parent_id == first.id


def test_going_back_to_older_input_is_a_third_version(engine, decided):
    for jobs in (1, 2, 1):
        store(engine, decided(A=jobs), Because("zmiana"), MONDAY)
    kept = versions(engine, "przyklad", "1/2030")
    assert [one.version for one in kept] == [1, 2, 3]
    assert kept[0].fingerprint == kept[2].fingerprint != kept[1].fingerprint


def test_an_older_version_keeps_every_outcome_after_a_newer_one_came(engine, decided):
    first = store(engine, decided(A=2, B=1), Because("pierwsze"), MONDAY)
    before = results_of(engine, first.id)
    store(engine, decided(A=1, B=2), Because("zmiana"), TUESDAY)
    assert results_of(engine, first.id) == before
    with Session(engine) as session:
        rows = session.exec(select(OutcomeRow).where(OutcomeRow.version_id == first.id)).all()
    kept = {row.number: (row.outcome, row.rank, row.points, row.granted) for row in rows}
    assert kept == {
        "A": ("selected", 1, "20", 10000000),
        "B": ("selected_outside_limit", 2, "10", 0),
    }


def test_the_text_of_the_criteria_is_kept_once_and_used_by_every_version(engine, decided):
    for jobs in (1, 2):
        store(engine, decided(A=jobs), Because("zmiana"), MONDAY)
    with Session(engine) as session:
        texts = session.exec(select(CriteriaRow)).all()
        uses = session.exec(select(CriteriaUseRow)).all()
    assert {text.name for text in texts} == {"kryteria.yaml", "facts.yaml"}
    assert len(texts) == 2
    assert len(uses) == 2 * len(texts)


def test_every_version_has_a_salt_of_its_own_that_stays(engine, decided):
    first = store(engine, decided(A=1), Because("pierwsze"), MONDAY)
    second = store(engine, decided(A=2), Because("zmiana"), MONDAY)
    assert re.fullmatch("[0-9a-f]{64}", first.salt)
    assert first.salt != second.salt
    again = store(engine, decided(A=2), Because("bez zmian"), TUESDAY)
    assert [one.salt for one in versions(engine, "przyklad", "1/2030")] == [
        first.salt,
        again.salt,
    ]


def test_documents_are_kept_once_each(engine, decided):
    version = store(engine, decided(A=1), Because("pierwsze"), MONDAY)
    first = Document("lista-rankingowa.pdf", "a" * 64, 1)
    store_documents(engine, version.id, [first])
    store_documents(engine, version.id, [first, Document("rejestr.pdf", "b" * 64, 2)])
    assert documents(engine, version.id) == [first, Document("rejestr.pdf", "b" * 64, 2)]


def test_a_document_printed_again_with_other_bytes_keeps_both_hashes(engine, decided):
    version = store(engine, decided(A=1), Because("pierwsze"), MONDAY)
    older, newer = (Document("rejestr.pdf", letter * 64, 1) for letter in "ab")
    store_documents(engine, version.id, [older])
    store_documents(engine, version.id, [newer])
    assert set(documents(engine, version.id)) == {older, newer}


def test_calls_with_the_same_number_of_two_lgds_do_not_mix(engine, decided):
    store(engine, decided(A=1), Because("pierwsze"), MONDAY)
    assert versions(engine, "inna-lgd", "1/2030") == []


@pytest.mark.parametrize("jobs", [{}, {"A": 0}])
def test_an_empty_call_and_one_below_the_minimum_are_kept_too(engine, decided, jobs):
    assert store(engine, decided(**jobs), Because("pierwsze"), MONDAY).version == 1
