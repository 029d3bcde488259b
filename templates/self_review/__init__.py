"""Letters about a protest that the LGD reviewed itself: to the applicant, and to the board."""
