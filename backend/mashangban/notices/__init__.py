"""One inbox for every person and one outbox to WeChat and text messages: at least once, without repeats, in quiet."""
