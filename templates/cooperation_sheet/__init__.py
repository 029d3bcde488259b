"""The assessment sheet of a cooperation project (19.3), for the voivodeship board."""
