package dev.sanitiser.constraint;

/** A regular expression of PostgreSQL's own dialect that values must match. */
public record Pattern(String regex, boolean ignoreCase) {}
