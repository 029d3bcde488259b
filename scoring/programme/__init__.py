"""The rules of the programme text: who may apply, for what, with what earlier aid."""
