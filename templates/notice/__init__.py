"""The letter with the result (11b, pismo o wyniku), one an applicant."""
