"""Whatever would be false in another language: text, charsets, dates, the lunar calendar, bylines."""
