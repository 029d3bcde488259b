"""A set of one criterion, for calls that are decided only to be kept, printed or run."""

CRITERIA = """
format: 1
lgd: przyklad
scope: start-of-business
scope_kind: business
title: Kryteria przykładowe
in_force_from: 2030-01-01
status: model
minimum: {points: 10}
ties: [{fact: submitted_at, prefer: earlier}]
criteria:
  - id: jobs
    name: Miejsca pracy
    kind: bands
    fact: jobs_created
    bands: [{from: 1, points: 10}, {from: 2, points: 20}]
    serves: [jobs]
    source: przykład
"""
