"""What comes in: registers, cards, council, sittings, and the blank forms that offices fill."""
