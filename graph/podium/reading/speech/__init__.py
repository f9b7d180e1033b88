"""Who says what: quotations, indirect speech, sources, and sentences that go on with a speaker."""
