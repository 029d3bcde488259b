"""What the programme and the criteria say, as pure functions: rules and facts in, a Decision out.

Nothing here opens a file, looks at a clock, or knows of a database or of Prefect.
The one door is :func:`scoring.deciding.decide`.
"""

ENGINE = "1"
"""Version of the meaning of the rules. It grows when the same inputs would decide otherwise."""
