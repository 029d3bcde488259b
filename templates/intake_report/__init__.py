"""The intake report: what a call has brought in when it closes, and what is still to be done."""
