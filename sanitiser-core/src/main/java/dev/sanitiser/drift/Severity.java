package dev.sanitiser.drift;

/** Whether a finding means that list and schema do not agree. */
public enum Severity {
    /** A dump would be refused, or a strict check asks for more. */
    ERROR,
    /** Nothing is wrong: what the list does not mention is not copied, or faked. */
    NOTICE
}
