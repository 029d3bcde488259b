"""The council: its members, who may vote on what, and whether a vote is valid."""
