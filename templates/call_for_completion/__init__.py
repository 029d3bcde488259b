"""Załącznik 11a: the call for completion, a letter to the applicant."""
